package dev.claimgate.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.smooks.FilterSettings;
import org.smooks.Smooks;
import org.smooks.api.ExecutionContext;
import org.smooks.api.TypedKey;
import org.smooks.api.resource.visitor.sax.ng.AfterVisitor;
import org.smooks.cartridges.edi.EdiReaderConfigurator;
import org.smooks.io.sink.StreamSink;
import org.smooks.io.source.StreamSource;
import org.w3c.dom.Element;

/** The EDI cartridge of Smooks with a DFDL file that knows segments and elements. To make one takes seconds: it is compiled. */
final class SmooksPeer {
    private static final TypedKey<long[]> CLAIMS = TypedKey.of();
    private static final Path SCHEMA = Path.of("src", "bench", "dfdl", "segments.dfdl.xsd").toAbsolutePath();

    /** Of the tree of a segment id: all of it. */
    private static final int WHOLE = 0;

    private final Smooks smooks = new Smooks();

    SmooksPeer() {
        smooks.setReaderConfig(new EdiReaderConfigurator(SCHEMA.toString()));
        smooks.setFilterSettings(FilterSettings.newSaxNgSettings().setDefaultSerializationOn(false).setMaxNodeDepth(WHOLE));
        smooks.addVisitor(new Counter(), "id");
        smooks.createExecutionContext();
    }

    /** SAX events of all segments and elements. */
    long read(byte[] file) {
        ExecutionContext context = smooks.createExecutionContext();
        long[] claims = new long[1];
        context.put(CLAIMS, claims);
        smooks.filterSource(context, new StreamSource<InputStream>(new ByteArrayInputStream(file)),
                new StreamSink<>(OutputStream.nullOutputStream()));
        return claims[0];
    }

    private static final class Counter implements AfterVisitor {
        @Override
        public void visitAfter(Element element, ExecutionContext context) {
            if (element.getTextContent().equals("CLM")) {
                context.get(CLAIMS)[0]++;
            }
        }
    }
}
