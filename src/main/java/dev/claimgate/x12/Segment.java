package dev.claimgate.x12;

import java.nio.charset.StandardCharsets;

/**
 * One segment as offsets into the reader's buffer: nothing is copied. Reused; valid only during the call that hands it over.
 * Elements are counted from 1 as people count them; element 0 is the segment id.
 */
public final class Segment {
    /** Elements beyond this are counted but cannot be looked at; no segment of 005010 comes near. */
    public static final int ELEMENTS_MAX = 62;

    byte[] bytes;
    Delimiters delimiters = Delimiters.STANDARD;
    final int[] starts = new int[ELEMENTS_MAX + 2];
    final int[] ends = new int[ELEMENTS_MAX + 2];
    final int[] kinds = new int[ELEMENTS_MAX + 2];
    int count;
    int elementsSent;
    long present;
    int idKey;
    long position;
    long endPosition;
    private final int[] componentStarts = new int[32];
    private final int[] componentEnds = new int[32];
    /** The element that was split last and its parts: guide and claim ask for the same one after another. */
    private int splitElement = -1;
    private int splitParts;

    /** The id of a segment as one number, for quick comparison: three bytes, left-aligned; 0 when the id is longer than three. */
    public static int key(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.ISO_8859_1);
        return key(bytes, 0, bytes.length);
    }

    static int key(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length < 2 || length > 3) {
            return 0;
        }
        int key = (bytes[from] & 0xff) << 16 | (bytes[from + 1] & 0xff) << 8;
        return length == 3 ? key | bytes[from + 2] & 0xff : key;
    }

    public int idKey() {
        return idKey;
    }

    public String id() {
        return text(0);
    }

    public Delimiters delimiters() {
        return delimiters;
    }

    /** Elements sent, empty ones between separators included, the id not. */
    public int elementCount() {
        return elementsSent;
    }

    /** Bit {@code e} is set when element {@code e} was sent with at least one byte. */
    public long present() {
        return present;
    }

    public boolean has(int element) {
        return (present >>> element & 1) != 0;
    }

    /** Which kinds of characters the element holds ({@link CharClass} bits). */
    public int kinds(int element) {
        return kinds[element];
    }

    public byte[] bytes() {
        return bytes;
    }

    public int start(int element) {
        return element <= count ? starts[element] : 0;
    }

    public int end(int element) {
        return element <= count ? ends[element] : 0;
    }

    public int length(int element) {
        return end(element) - start(element);
    }

    /** The element's text, empty when it was not sent. */
    public String text(int element) {
        int start = start(element);
        return new String(bytes, start, end(element) - start, StandardCharsets.ISO_8859_1);
    }

    /** The element as packed text; -1 when it is longer than eight bytes. */
    public long packed(int element) {
        return PackedText.pack(bytes, start(element), end(element));
    }

    public void copyTo(int element, Text target) {
        target.set(bytes, start(element), end(element));
    }

    /** Splits a composite element; the parts are read with {@link #componentStart} until the next split. */
    public int splitComponents(int element) {
        if (element != splitElement) {
            splitElement = element;
            splitParts = split(start(element), end(element), delimiters.component());
        }
        return splitParts;
    }

    /** The segment holds other bytes from here on. */
    void renewed() {
        splitElement = -1;
    }

    private int split(int from, int to, byte separator) {
        int parts = 0;
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || bytes[i] == separator) {
                if (parts < componentStarts.length) {
                    componentStarts[parts] = start;
                    componentEnds[parts] = i;
                }
                parts++;
                start = i + 1;
            }
        }
        return Math.min(parts, componentStarts.length);
    }

    /** Start of component {@code component}, from 1, of the element split last. */
    public int componentStart(int component) {
        return componentStarts[component - 1];
    }

    public int componentEnd(int component) {
        return componentEnds[component - 1];
    }

    /** One component's text, empty when it was not sent. */
    public String component(int element, int component) {
        int parts = splitComponents(element);
        if (component > parts) {
            return "";
        }
        int start = componentStarts[component - 1];
        return new String(bytes, start, componentEnds[component - 1] - start, StandardCharsets.ISO_8859_1);
    }

    /** One component as packed text, 0 when it was not sent. */
    public long packedComponent(int element, int component) {
        int parts = splitComponents(element);
        return component > parts ? 0 : PackedText.pack(bytes, componentStarts[component - 1], componentEnds[component - 1]);
    }

    /** Offset of the first byte of the id in the file. */
    public long position() {
        return position;
    }

    /** Offset behind the segment terminator in the file. */
    public long endPosition() {
        return endPosition;
    }
}
