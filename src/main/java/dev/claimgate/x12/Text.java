package dev.claimgate.x12;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A reusable copy of an element's bytes: filled again and again without allocating. Not thread-safe. */
public final class Text {
    private byte[] bytes;
    private int length;

    public Text(int expectedLength) {
        bytes = new byte[expectedLength];
    }

    public void set(byte[] source, int from, int to) {
        length = to - from;
        if (length > bytes.length) {
            bytes = new byte[length + 16];
        }
        System.arraycopy(source, from, bytes, 0, length);
    }

    public void set(Text other) {
        set(other.bytes, 0, other.length);
    }

    public void set(String value) {
        byte[] source = value.getBytes(StandardCharsets.ISO_8859_1);
        set(source, 0, source.length);
    }

    public void clear() {
        length = 0;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public int length() {
        return length;
    }

    public byte byteAt(int index) {
        return bytes[index];
    }

    /** The backing array; only the first {@link #length()} bytes count, and only until the next {@code set}. */
    public byte[] bytes() {
        return bytes;
    }

    public boolean contentEquals(Text other) {
        return Arrays.equals(bytes, 0, length, other.bytes, 0, other.length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
