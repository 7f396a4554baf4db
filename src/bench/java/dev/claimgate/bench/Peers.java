package dev.claimgate.bench;

import com.berryworks.edireader.EDIReader;
import com.berryworks.edireader.EDIReaderFactory;
import com.imsweb.x12.Loop;
import com.imsweb.x12.reader.X12Reader.FileType;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Other projects' readers; each gives the number of claims that it read. */
final class Peers {
    private Peers() {
    }

    /** Pull events of all segments and elements, envelope checks. */
    static long staedi(byte[] file) throws EDIStreamException, IOException {
        long claims = 0;
        try (EDIStreamReader reader = EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file))) {
            while (reader.hasNext()) {
                if (reader.next() == EDIStreamEvent.START_SEGMENT && reader.getText().equals("CLM")) {
                    claims++;
                }
            }
        }
        return claims;
    }

    /** SAX events of all segments and elements, envelope checks. */
    static long ediReader(byte[] file) throws IOException, SAXException {
        ClaimHandler handler = new ClaimHandler();
        InputSource source = new InputSource(new ByteArrayInputStream(file));
        EDIReader reader = EDIReaderFactory.createEDIReader(source);
        reader.setContentHandler(handler);
        reader.parse(source);
        return handler.claims;
    }

    /** A tree of the whole file, partly checked. */
    static long imsweb(byte[] file) throws IOException {
        var reader = new com.imsweb.x12.reader.X12Reader(FileType.ANSI837_5010_X222, new ByteArrayInputStream(file),
                StandardCharsets.ISO_8859_1);
        long claims = 0;
        for (Loop loop : reader.getLoops()) {
            claims += loop.findLoop("2300").size();
        }
        return claims;
    }

    private static final class ClaimHandler extends DefaultHandler {
        private long claims;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if ("CLM".equals(attributes.getValue("Id"))) {
                claims++;
            }
        }
    }
}
