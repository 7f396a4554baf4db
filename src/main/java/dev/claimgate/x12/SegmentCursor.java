package dev.claimgate.x12;

import java.nio.charset.StandardCharsets;

/**
 * Walks the segments of bytes that are all at hand, such as one loop of a stored file, with delimiters already known.
 * Line breaks between segments belong to none. A last segment without terminator counts as one. Not thread-safe.
 */
public final class SegmentCursor {
    private final byte[] bytes;
    private final Delimiters delimiters;
    private int from;
    private int end;
    private int next;

    public SegmentCursor(byte[] bytes, Delimiters delimiters) {
        this.bytes = bytes;
        this.delimiters = delimiters;
    }

    /** Moves to the next segment; false when there is none. */
    public boolean next() {
        from = next;
        while (from < bytes.length && lineBreak(bytes[from])) {
            from++;
        }
        end = from;
        while (end < bytes.length && bytes[end] != delimiters.segment()) {
            end++;
        }
        next = Math.min(end + 1, bytes.length);
        return from < bytes.length;
    }

    /** Where the segment begins. */
    public int from() {
        return from;
    }

    /** Where its terminator stands. */
    public int end() {
        return end;
    }

    public boolean idIs(String id) {
        int length = id.length();
        if (end - from < length || end - from > length && bytes[from + length] != delimiters.element()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[from + i] != id.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Element {@code number}, 1-based; 0 is the segment id. Empty when it was not sent. */
    public String element(int number) {
        return part(from, end, delimiters.element(), number);
    }

    /** Component {@code component} of an element, both 1-based. Empty when it was not sent. */
    public String component(int number, int component) {
        int start = start(from, end, delimiters.element(), number);
        return part(start, stop(start, end, delimiters.element()), delimiters.component(), component - 1);
    }

    private String part(int start, int limit, byte separator, int number) {
        int at = start(start, limit, separator, number);
        return new String(bytes, at, stop(at, limit, separator) - at, StandardCharsets.ISO_8859_1);
    }

    private int start(int start, int limit, byte separator, int number) {
        int at = start;
        for (int passed = 0; passed < number; passed++) {
            at = stop(at, limit, separator);
            if (at == limit) {
                return limit;
            }
            at++;
        }
        return at;
    }

    private int stop(int start, int limit, byte separator) {
        int at = start;
        while (at < limit && bytes[at] != separator) {
            at++;
        }
        return at;
    }

    private boolean lineBreak(byte b) {
        return b != delimiters.segment() && (b == '\r' || b == '\n');
    }
}
