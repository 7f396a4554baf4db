package dev.claimgate.intake.sftp;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/**
 * What a file or folder is. draft-ietf-secsh-filexfer-02, 5.
 *
 * @param mode   POSIX type and permissions
 * @param length bytes; 0 for folders
 * @param time   when it was changed last
 */
record Attributes(int mode, long length, Instant time) {
    static final int FOLDER = 0040000;
    static final int FILE = 0100000;

    private static final int SIZE = 1;
    private static final int OWNER = 2;
    private static final int PERMISSIONS = 4;
    private static final int TIMES = 8;
    private static final long SECONDS_MAX = 0xffff_ffffL;

    static Attributes folder(boolean writable, Instant time) {
        return new Attributes(FOLDER | (writable ? 0755 : 0555), 0, time);
    }

    static Attributes file(boolean writable, long length, Instant time) {
        return new Attributes(FILE | (writable ? 0644 : 0444), length, time);
    }

    boolean isFolder() {
        return (mode & FOLDER) != 0 && (mode & FILE) == 0;
    }

    void writeTo(Buffer packet) {
        int seconds = (int) Math.max(0, Math.min(SECONDS_MAX, time.getEpochSecond()));
        packet.appendInt(SIZE | OWNER | PERMISSIONS | TIMES).appendLong(length).appendInt(0).appendInt(0).appendInt(mode)
                .appendInt(seconds).appendInt(seconds);
    }

    /** The size that a request wants to give a file, or -1 if it wants none. Reads no further. */
    static long sizeIn(Packet packet) {
        return (packet.uint32() & SIZE) == 0 ? -1 : packet.uint64();
    }
}
