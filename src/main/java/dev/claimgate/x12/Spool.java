package dev.claimgate.x12;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A growing run of bytes that stays in memory up to a limit and goes on in a temporary file beyond it, so that an
 * acknowledgement of ten million claims needs no more memory than one of ten. Not thread-safe; close it to remove the file.
 */
public final class Spool implements ByteSink, Closeable {
    private static final int COPY_BYTES = 64 * 1024;

    private final int memoryBytesMax;
    private byte[] memory = new byte[1024];
    private int inMemory;
    private long inFile;
    private FileChannel file;

    public Spool(int memoryBytesMax) {
        this.memoryBytesMax = memoryBytesMax;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (inMemory + length > memoryBytesMax) {
            spill();
        }
        if (length > memoryBytesMax) {
            append(ByteBuffer.wrap(bytes, from, length));
            return;
        }
        if (inMemory + length > memory.length) {
            memory = Arrays.copyOf(memory, Math.max(memory.length * 2, inMemory + length));
        }
        System.arraycopy(bytes, from, memory, inMemory, length);
        inMemory += length;
    }

    /** Bytes written so far. */
    public long length() {
        return inFile + inMemory;
    }

    /** Writes everything to the sink, in order. */
    public void copyTo(ByteSink sink) {
        copyTo(sink, 0, length());
    }

    /** Writes the bytes from {@code from} up to, not including, {@code to}. */
    public void copyTo(ByteSink sink, long from, long to) {
        ByteBuffer part = from < inFile ? ByteBuffer.allocate(COPY_BYTES) : null;
        long at = from;
        while (at < Math.min(to, inFile)) {
            at += copyFromFile(part, at, Math.min(to, inFile), sink);
        }
        if (at < to) {
            sink.write(memory, (int) (at - inFile), (int) (to - at));
        }
    }

    /** Forgets the bytes from {@code length} on. */
    public void truncate(long length) {
        if (length >= inFile) {
            inMemory = (int) (length - inFile);
            return;
        }
        try {
            file.truncate(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inFile = length;
        inMemory = 0;
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private int copyFromFile(ByteBuffer part, long at, long end, ByteSink sink) {
        part.clear().limit((int) Math.min(part.capacity(), end - at));
        try {
            int read = file.read(part, at);
            sink.write(part.array(), 0, read);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void spill() {
        if (inMemory > 0) {
            append(ByteBuffer.wrap(memory, 0, inMemory));
            inMemory = 0;
        }
    }

    private void append(ByteBuffer bytes) {
        try {
            if (file == null) {
                Path path = Files.createTempFile("claimgate-", ".spool");
                file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
            }
            while (bytes.hasRemaining()) {
                inFile += file.write(bytes, inFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
