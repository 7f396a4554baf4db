package dev.claimgate.dialect;

import dev.claimgate.reply.UnreadableReplyException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    /** So many characters tell what line it was to be. */
    private static final int LINE_START = 4;
    private static final Pattern ELEMENT = Pattern.compile("Schema context: (?:[a-z]+::)?([A-Za-z_][A-Za-z0-9_-]*) ");
    /** Of the tree of a record: all of it. */
    private static final int WHOLE = 0;

    private final DialectText dialect;
    private final Smooks smooks = new Smooks();

    /** @throws SmooksException if the DFDL file cannot be used */
    DfdlReader(DialectText dialect) {
        this.dialect = dialect;
        smooks.setReaderConfig(new WatchedReaderConfigurator(dialect.schema().toString()));
        smooks.setFilterSettings(FilterSettings.newSaxNgSettings().setDefaultSerializationOn(false).setMaxNodeDepth(WHOLE));
        RecordCollector collector = new RecordCollector();
        dialect.records().forEach(record -> smooks.addVisitor(collector, record));
        // Compiles the DFDL file, which would otherwise count as time of the first message.
        smooks.createExecutionContext();
    }

    static String tooSlow(DialectText dialect) {
        return "reading took longer than secondsMax in " + dialect.file();
    }

    /** @throws UnreadableReplyException if the message is too long, takes too long, or does not follow the DFDL file */
    List<DialectRecord> read(byte[] message) {
        if (message.length > dialect.bytesMax()) {
            throw new UnreadableReplyException("the message has " + message.length + " bytes, bytesMax in " + dialect.file()
                    + " is " + dialect.bytesMax());
        }
        ExecutionContext context = smooks.createExecutionContext();
        ParserWatch.set(context, dialect);
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
        List<Diagnostic> errors = Optional.ofNullable(context.get(DfdlParser.DIAGNOSTICS_TYPED_KEY)).orElse(List.of()).stream()
                .filter(Diagnostic::isError).toList();
        long at = errors.stream().mapToLong(DfdlReader::at).max().orElse(0);
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(at, message.length); i++) {
            if (message[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        String lineStart = new String(message, start, Math.min(LINE_START, message.length - start), StandardCharsets.ISO_8859_1);
        return new UnreadableReplyException("line " + line + " (byte " + at + "): does not follow "
                + dialect.schema().getFileName(), new UnreadableReplyException.Place(line, lineStart, element(errors)));
    }

    /** The parser breaks off when it is asked where a choice failed that had several ways: then it is the whole message. */
    private static long at(Diagnostic error) {
        try {
            return error.getDataLocations().stream().mapToLong(location -> location.bytePos1b() - 1).max().orElse(0);
        } catch (Exception noPlace) {
            return 0;
        }
    }

    /** The element that could not be read, as the parser tells it in its text, which for the rest is left out. */
    private static String element(List<Diagnostic> errors) {
        for (Diagnostic error : errors) {
            Matcher context = ELEMENT.matcher(error.getMessage());
            if (context.find()) {
                return context.group(1);
            }
        }
        return "";
    }
}
