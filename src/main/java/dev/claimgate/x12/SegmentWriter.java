package dev.claimgate.x12;

import java.util.Arrays;

/**
 * Writes X12 segments: {@code writer.segment("NM1").element("QC").element("1").end()}.
 * Trailing empty elements are left out. A byte that would be read as a delimiter or a control character is
 * written as a blank, one that is not ASCII as {@code ?}, so that what we write can always be read. Not thread-safe.
 */
public final class SegmentWriter {
    private final Delimiters delimiters;
    private final ByteSink sink;
    /** What is written for each byte. */
    private final byte[] written = new byte[256];
    private final byte[] digits = new byte[24];
    private byte[] buffer = new byte[512];
    private int length;
    private int pendingSeparators;
    private int segments;

    public SegmentWriter(Delimiters delimiters, ByteSink sink) {
        this.delimiters = delimiters;
        this.sink = sink;
        for (int b = 0; b < written.length; b++) {
            written[b] = (byte) (b > 127 ? '?' : b < ' ' || b == 127 ? ' ' : b);
        }
        for (byte b : new byte[] {delimiters.element(), delimiters.component(), delimiters.segment(), delimiters.repetition()}) {
            written[b & 0xff] = ' ';
        }
    }

    /** Begins a segment; the one before must have been ended. */
    public SegmentWriter segment(String id) {
        if (length != 0) {
            throw new IllegalStateException("segment " + id + " begins before the one before it has ended");
        }
        append(id);
        return this;
    }

    /** Adds one data element; {@code null} and the empty text leave it empty. */
    public SegmentWriter element(String value) {
        pendingSeparators++;
        if (value != null && !value.isEmpty()) {
            flushSeparators();
            append(value);
        }
        return this;
    }

    public SegmentWriter element(long value) {
        return decimal(value, 0);
    }

    public SegmentWriter element(Text value) {
        return element(value.bytes(), 0, value.length());
    }

    /**
     * Adds a decimal number as X12 writes it: no needless zeros, a point only when digits follow it.
     *
     * @param value the number times ten to the power of {@code scale}; 12050 with scale 2 is written {@code 120.5}
     */
    public SegmentWriter decimal(long value, int scale) {
        pendingSeparators++;
        flushSeparators();
        long rest = Math.abs(value);
        int decimals = scale;
        while (decimals > 0 && rest % 10 == 0) {
            rest /= 10;
            decimals--;
        }
        int end = digits.length;
        int at = end;
        for (int i = 0; rest > 0 || i <= decimals; i++) {
            if (decimals > 0 && i == decimals) {
                digits[--at] = '.';
            }
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        if (value < 0) {
            put((byte) '-');
        }
        while (at < end) {
            put(digits[at++]);
        }
        return this;
    }

    /** Adds one data element from bytes as received. */
    public SegmentWriter element(byte[] bytes, int from, int to) {
        pendingSeparators++;
        if (to > from) {
            flushSeparators();
            for (int i = from; i < to; i++) {
                put(clean(bytes[i]));
            }
        }
        return this;
    }

    /** Leaves {@code count} elements empty. */
    public SegmentWriter skip(int count) {
        pendingSeparators += count;
        return this;
    }

    /** Adds a composite element; trailing empty components are left out. */
    public SegmentWriter composite(String... components) {
        int used = components.length;
        while (used > 0 && (components[used - 1] == null || components[used - 1].isEmpty())) {
            used--;
        }
        pendingSeparators++;
        if (used == 0) {
            return this;
        }
        flushSeparators();
        for (int i = 0; i < used; i++) {
            if (i > 0) {
                put(delimiters.component());
            }
            if (components[i] != null) {
                append(components[i]);
            }
        }
        return this;
    }

    /** An element that holds a delimiter by right, such as ISA11 and ISA16. */
    public SegmentWriter delimiter(byte delimiter) {
        pendingSeparators++;
        flushSeparators();
        put(delimiter);
        return this;
    }

    /** Ends the segment and hands its bytes to the sink. */
    public void end() {
        put(delimiters.segment());
        sink.write(buffer, 0, length);
        length = 0;
        pendingSeparators = 0;
        segments++;
    }

    /** Segments ended since the writer was made or last reset. */
    public int segmentCount() {
        return segments;
    }

    public void resetSegmentCount() {
        segments = 0;
    }

    private void append(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            put(c < 128 ? clean((byte) c) : (byte) '?');
        }
    }

    private void flushSeparators() {
        for (; pendingSeparators > 0; pendingSeparators--) {
            put(delimiters.element());
        }
    }

    /** What an element must not hold: delimiters and control characters become blanks, bytes that are not ASCII question marks. */
    private byte clean(byte b) {
        return written[b & 0xff];
    }

    private void put(byte b) {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, length * 2);
        }
        buffer[length++] = b;
    }
}
