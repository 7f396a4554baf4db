package dev.claimgate.dialect;

import dev.claimgate.reply.UnreadableReplyException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.daffodil.japi.Diagnostic;
import org.smooks.FilterSettings;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.api.SmooksException;
import org.smooks.cartridges.dfdl.parser.DfdlParser;
import org.smooks.io.sink.StreamSink;
import org.smooks.io.source.StreamSource;

/**
 * Reads messages by one DFDL file. To make one takes seconds: the file is compiled. Safe for several threads.
 */
final class DfdlReader {
    static final String TOO_SLOW = "reading took longer than secondsMax in dialect.yaml";
    /** Of the tree of a record: all of it. */
    private static final int WHOLE = 0;

    private final Dialect dialect;
    private final Smooks smooks = new Smooks();

    /** @throws SmooksException if the DFDL file cannot be used */
    DfdlReader(Dialect dialect) {
        this.dialect = dialect;
        smooks.setReaderConfig(new WatchedReaderConfigurator(dialect.schema().toString()));
        smooks.setFilterSettings(FilterSettings.newSaxNgSettings().setDefaultSerializationOn(false).setMaxNodeDepth(WHOLE));
        RecordCollector collector = new RecordCollector();
        smooks.addVisitor(collector, dialect.mapping().header().record());
        smooks.addVisitor(collector, dialect.mapping().claim().record());
        // Compiles the DFDL file, which would otherwise count as time of the first message.
        smooks.createExecutionContext();
    }

    /** @throws UnreadableReplyException if the message is too long, takes too long, or does not follow the DFDL file */
    List<DialectRecord> read(byte[] message) {
        if (message.length > dialect.bytesMax()) {
            throw new UnreadableReplyException("the message has " + message.length + " bytes, bytesMax in dialect.yaml is "
                    + dialect.bytesMax());
        }
        ExecutionContext context = smooks.createExecutionContext();
        context.put(WatchedParser.END_NANOS, System.nanoTime() + dialect.timeMax().toNanos());
        List<DialectRecord> records = RecordCollector.open(context);
        try {
            smooks.filterSource(context, new StreamSource<InputStream>(new ByteArrayInputStream(message)),
                    new StreamSink<>(OutputStream.nullOutputStream()));
        } catch (SmooksException e) {
            throw unreadable(e).orElseGet(() -> place(message, context));
        }
        return records;
    }

    /** Ours, if it was the watch that stopped the parser. */
    private static Optional<UnreadableReplyException> unreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableReplyException ours) {
                return Optional.of(ours);
            }
        }
        return Optional.empty();
    }

    /** The parser's own text is left out: it shows values of the message. */
    private UnreadableReplyException place(byte[] message, ExecutionContext context) {
        List<Diagnostic> diagnostics = context.get(DfdlParser.DIAGNOSTICS_TYPED_KEY);
        long at = diagnostics == null ? 0 : diagnostics.stream().filter(Diagnostic::isError)
                .flatMap(diagnostic -> diagnostic.getDataLocations().stream())
                .mapToLong(location -> location.bytePos1b() - 1).max().orElse(0);
        int line = 1;
        for (int i = 0; i < Math.min(at, message.length); i++) {
            line += message[i] == '\n' ? 1 : 0;
        }
        return new UnreadableReplyException("line " + line + " (byte " + at + "): does not follow "
                + dialect.schema().getFileName());
    }
}
