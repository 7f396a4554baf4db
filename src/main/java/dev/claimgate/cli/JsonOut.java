package dev.claimgate.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes one JSON document as a stream, so that its size does not matter. Failures of the stream come unchecked. */
final class JsonOut {
    private final JsonGenerator json;

    JsonOut(OutputStream out) {
        try {
            json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonOut object() {
        return step(json::writeStartObject);
    }

    JsonOut object(String name) {
        return step(() -> json.writeObjectFieldStart(name));
    }

    JsonOut array(String name) {
        return step(() -> json.writeArrayFieldStart(name));
    }

    JsonOut endObject() {
        return step(json::writeEndObject);
    }

    JsonOut endArray() {
        return step(json::writeEndArray);
    }

    JsonOut field(String name, String value) {
        return step(() -> json.writeStringField(name, value));
    }

    JsonOut field(String name, long value) {
        return step(() -> json.writeNumberField(name, value));
    }

    JsonOut field(String name, boolean value) {
        return step(() -> json.writeBooleanField(name, value));
    }

    JsonOut field(String name, List<String> values) {
        array(name);
        values.forEach(value -> step(() -> json.writeString(value)));
        return endArray();
    }

    void close() {
        step(() -> {
            json.writeRaw('\n');
            json.flush();
        });
    }

    private JsonOut step(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
