package dev.claimgate.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What StAEDI, another project's reader, finds in a file: {@link OwnReading} in the same words. */
final class StaediReading {
    private static final String UNEXPECTED_END = "EDIE005";

    private final List<String> lines = new ArrayList<>();
    private int segments;

    private StaediReading() {
    }

    static List<String> of(byte[] file) throws EDIStreamException, IOException {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        StaediReading reading = new StaediReading();
        try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(file), "ISO-8859-1")) {
            while (reader.hasNext()) {
                reading.take(reader.next(), reader);
            }
        } catch (EDIStreamException e) {
            if (!e.getMessage().startsWith(UNEXPECTED_END)) {
                throw e;
            }
            reading.lines.add("broken: " + InterchangeHandler.Breakage.END_OF_FILE);
        }
        return reading.lines;
    }

    private void take(EDIStreamEvent event, EDIStreamReader reader) {
        if (event == EDIStreamEvent.START_SEGMENT) {
            segments++;
            lines.add(segments + " " + reader.getText());
        } else if (event == EDIStreamEvent.ELEMENT_DATA && !reader.getText().isEmpty()) {
            Location at = reader.getLocation();
            lines.add(OwnReading.value(segments, at.getElementPosition(), Math.max(1, at.getElementOccurrence()),
                    Math.max(0, at.getComponentPosition()), reader.getText()));
        }
    }
}
