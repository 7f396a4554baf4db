package dev.claimgate.intake.sftp;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Packets to the client. draft-ietf-secsh-filexfer-02, 7. */
final class Reply {
    private static final int VERSION = 2;
    private static final int STATUS = 101;
    private static final int HANDLE = 102;
    private static final int DATA = 103;
    private static final int NAME = 104;
    private static final int ATTRIBUTES = 105;
    private static final int PROTOCOL = 3;

    private Reply() {
    }

    static Buffer version() {
        return packet(Buffer.buffer().appendByte((byte) VERSION).appendInt(PROTOCOL));
    }

    static Buffer ok(int id) {
        return status(id, Status.OK, "done");
    }

    static Buffer status(int id, Status status, String text) {
        Buffer body = begin(STATUS, id).appendInt(status.code());
        append(body, text);
        append(body, "en");
        return packet(body);
    }

    static Buffer handle(int id, String handle) {
        Buffer body = begin(HANDLE, id);
        append(body, handle);
        return packet(body);
    }

    static Buffer data(int id, Buffer bytes) {
        return packet(begin(DATA, id).appendInt(bytes.length()).appendBuffer(bytes));
    }

    static Buffer attributes(int id, Attributes attributes) {
        Buffer body = begin(ATTRIBUTES, id);
        attributes.writeTo(body);
        return packet(body);
    }

    /** The answer to REALPATH: one name, whose attributes nobody reads. */
    static Buffer path(int id, String path) {
        Buffer body = begin(NAME, id).appendInt(1);
        append(body, path);
        append(body, path);
        return packet(body.appendInt(0));
    }

    static Buffer names(int id, String owner, List<Entry> entries) {
        Buffer body = begin(NAME, id).appendInt(entries.size());
        for (Entry entry : entries) {
            append(body, entry.name());
            append(body, entry.line(owner));
            entry.attributes().writeTo(body);
        }
        return packet(body);
    }

    private static Buffer begin(int type, int id) {
        return Buffer.buffer().appendByte((byte) type).appendInt(id);
    }

    private static void append(Buffer body, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        body.appendInt(bytes.length).appendBytes(bytes);
    }

    private static Buffer packet(Buffer body) {
        return Buffer.buffer(body.length() + 4).appendInt(body.length()).appendBuffer(body);
    }
}
