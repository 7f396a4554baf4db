package dev.claimgate.intake;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a gzip stream (RFC 1952, one member or several) as its bytes come, and stops as soon as it grows out of proportion.
 * Holds one piece of output. Close it.
 */
final class Gunzip implements AutoCloseable {
    private static final int PIECE_BYTES = 64 * 1024;
    private static final int HEAD_BYTES_MAX = 64 * 1024;
    private static final int TRAILER_BYTES = 8;
    private static final int FIXED_HEAD_BYTES = 10;

    private enum Part { HEAD, BODY, TRAILER }

    private final Proportion proportion;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private Part part = Part.HEAD;
    private long memberLength;
    private boolean begun;

    Gunzip(Proportion proportion) {
        this.proportion = proportion;
    }

    /**
     * Unpacks further bytes.
     *
     * @param output takes each piece, which is his
     * @throws RefusedException 400 if this is no gzip, 413 if it grows out of proportion
     */
    void take(byte[] input, Consumer<byte[]> output) {
        proportion.packed(input.length);
        int at = 0;
        while (at < input.length) {
            switch (part) {
                case HEAD -> at = head(input, at);
                case BODY -> at = body(input, at, output);
                case TRAILER -> at = trailer(input, at);
            }
        }
    }

    /** @throws RefusedException if the stream ends before its end */
    void end() {
        if (!begun || part != Part.HEAD || gathered.size() > 0) {
            throw broken("ends before its end");
        }
    }

    private int head(byte[] input, int at) {
        gathered.write(input[at]);
        byte[] head = gathered.toByteArray();
        if (head.length > HEAD_BYTES_MAX || wrongStart(head)) {
            throw broken("does not begin with a head of gzip");
        }
        if (complete(head)) {
            gathered.reset();
            inflater.reset();
            crc.reset();
            memberLength = 0;
            begun = true;
            part = Part.BODY;
        }
        return at + 1;
    }

    private static boolean wrongStart(byte[] head) {
        return (head[0] & 0xff) != 0x1f || head.length > 1 && (head[1] & 0xff) != 0x8b || head.length > 2 && head[2] != 8;
    }

    /** RFC 1952, 2.3: flags tell of an extra field, a name, a comment and a checksum of the head. */
    private static boolean complete(byte[] head) {
        if (head.length < FIXED_HEAD_BYTES) {
            return false;
        }
        int flags = head[3];
        int end = FIXED_HEAD_BYTES;
        if ((flags & 4) != 0) {
            end = head.length < end + 2 ? Integer.MAX_VALUE : end + 2 + (head[end] & 0xff) + ((head[end + 1] & 0xff) << 8);
        }
        for (int text : new int[] {8, 16}) {
            end = (flags & text) != 0 ? afterZero(head, end) : end;
        }
        end = (flags & 2) != 0 && end != Integer.MAX_VALUE ? end + 2 : end;
        return head.length >= end;
    }

    private static int afterZero(byte[] head, int from) {
        for (int i = from; i < head.length; i++) {
            if (head[i] == 0) {
                return i + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    private int body(byte[] input, int at, Consumer<byte[]> output) {
        inflater.setInput(input, at, input.length - at);
        byte[] piece = new byte[PIECE_BYTES];
        try {
            for (int length = inflater.inflate(piece); length > 0; length = inflater.inflate(piece)) {
                proportion.unpacked(length);
                crc.update(piece, 0, length);
                memberLength += length;
                output.accept(Arrays.copyOf(piece, length));
            }
        } catch (DataFormatException e) {
            throw broken("cannot be unpacked");
        }
        if (inflater.needsDictionary()) {
            throw broken("asks for a dictionary");
        }
        if (inflater.finished()) {
            part = Part.TRAILER;
        }
        return input.length - inflater.getRemaining();
    }

    private int trailer(byte[] input, int at) {
        gathered.write(input[at]);
        if (gathered.size() == TRAILER_BYTES) {
            byte[] trailer = gathered.toByteArray();
            if (number(trailer, 0) != crc.getValue() || number(trailer, 4) != (memberLength & 0xffffffffL)) {
                throw broken("does not have the checksum or length that its end tells");
            }
            gathered.reset();
            part = Part.HEAD;
        }
        return at + 1;
    }

    private static long number(byte[] bytes, int at) {
        return (bytes[at] & 0xffL) | (bytes[at + 1] & 0xffL) << 8 | (bytes[at + 2] & 0xffL) << 16
                | (bytes[at + 3] & 0xffL) << 24;
    }

    private static RefusedException broken(String found) {
        return new RefusedException(400, "body: " + found + ", must be gzip as Content-Encoding says; nothing of it was kept");
    }

    @Override
    public void close() {
        inflater.end();
    }
}
