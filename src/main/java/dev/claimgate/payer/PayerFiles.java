package dev.claimgate.payer;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Two places for files that a payer and we share: one that we write to, one that we empty. Calls block. */
interface PayerFiles extends AutoCloseable {
    /** Puts a file so that it appears under its name only when it is whole; one of that name is replaced. */
    void put(String name, byte[] bytes) throws IOException;

    /** Files that wait for us, in no order, without those that are still being written. */
    List<Waiting> list() throws IOException;

    /** @throws IOException also when it is longer than {@link PayerHttp#BODY_BYTES_MAX} */
    byte[] get(String name) throws IOException;

    /** Removes a file that waited for us; it may be gone already. */
    void remove(String name) throws IOException;

    @Override
    default void close() {
        // A folder needs no closing.
    }

    /** Names that mark what is not whole yet. */
    static boolean unfinished(String name) {
        return name.startsWith(".") || name.endsWith(".tmp") || name.endsWith(".part");
    }

    static IOException tooLong(String name) {
        return new IOException("reply file " + name + " is longer than " + PayerHttp.BODY_BYTES_MAX + " bytes");
    }

    /** @param changedAt when it was last written to */
    record Waiting(String name, Instant changedAt) {
    }
}
