package dev.claimgate.intake.sftp;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** One request of a client, read field by field; a field beyond its end is a {@link Refusal} with BAD_MESSAGE. */
final class Packet {
    static final int INIT = 1;
    static final int OPEN = 3;
    static final int CLOSE = 4;
    static final int READ = 5;
    static final int WRITE = 6;
    static final int LSTAT = 7;
    static final int FSTAT = 8;
    static final int SETSTAT = 9;
    static final int FSETSTAT = 10;
    static final int OPENDIR = 11;
    static final int READDIR = 12;
    static final int REMOVE = 13;
    static final int MKDIR = 14;
    static final int RMDIR = 15;
    static final int REALPATH = 16;
    static final int STAT = 17;
    static final int RENAME = 18;

    private final Buffer body;
    private int at;

    /** @param body from the type on, without the length before it */
    Packet(Buffer body) {
        this.body = body;
        this.at = 1;
    }

    /** What is asked for; 0 if the packet is empty. */
    int type() {
        return body.length() == 0 ? 0 : body.getUnsignedByte(0);
    }

    /** Bytes it had on the wire. */
    int wireLength() {
        return 4 + body.length();
    }

    int uint32() {
        need(4);
        at += 4;
        return body.getInt(at - 4);
    }

    long uint64() {
        need(8);
        at += 8;
        return body.getLong(at - 8);
    }

    Buffer bytes() {
        int length = uint32();
        if (length < 0) {
            throw bad();
        }
        need(length);
        at += length;
        return body.slice(at - length, at);
    }

    String text() {
        return bytes().toString(StandardCharsets.UTF_8);
    }

    private void need(int count) {
        if (count > body.length() - at) {
            throw bad();
        }
    }

    private static Refusal bad() {
        return new Refusal(Status.BAD_MESSAGE, "the request ends before its last field");
    }
}
