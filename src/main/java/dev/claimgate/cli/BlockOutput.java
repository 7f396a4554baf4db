package dev.claimgate.cli;

import dev.claimgate.x12.ByteSink;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Collects small writes into blocks for a stream. Closing flushes it and leaves the stream open. */
final class BlockOutput implements ByteSink, Closeable {
    private final OutputStream out;
    private final byte[] block = new byte[256 * 1024];
    private int used;

    BlockOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (used + length > block.length) {
            flush();
        }
        if (length > block.length) {
            write(out, bytes, from, length);
            return;
        }
        System.arraycopy(bytes, from, block, used, length);
        used += length;
    }

    @Override
    public void close() {
        flush();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush() {
        write(out, block, 0, used);
        used = 0;
    }

    private static void write(OutputStream out, byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
