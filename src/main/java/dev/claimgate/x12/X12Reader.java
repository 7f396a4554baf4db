package dev.claimgate.x12;

import java.util.Arrays;

/**
 * Finds interchanges and their segments in a file that comes in pieces of any size. Takes the delimiters from each ISA,
 * passes over line breaks after terminators and padding after IEA. Memory is bounded by one piece and one segment. Not
 * thread-safe.
 */
public final class X12Reader {
    private static final int ISA_BYTES = 106;
    private static final int ISA_SEARCH_BYTES = 256;
    private static final int[] ISA_SEPARATORS = {3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103};
    private static final int ISA = Segment.key("ISA");
    private static final int IEA = Segment.key("IEA");

    private enum State { OUTSIDE, INSIDE, STOPPED }

    private final InterchangeHandler handler;
    private final int segmentBytesMax;
    private final Segment segment = new Segment();
    private byte[] buffer = new byte[64 * 1024];
    private int limit;
    private int at;
    private long bufferPosition;
    private State state = State.OUTSIDE;
    private int[] kinds;
    private boolean anyInterchange;

    /** @param segmentBytesMax a longer segment ends the reading of the file, at least 256 */
    public X12Reader(InterchangeHandler handler, int segmentBytesMax) {
        this.handler = handler;
        this.segmentBytesMax = segmentBytesMax;
    }

    /** Reads on with the next piece of the file; the array may be reused afterwards. */
    public void feed(byte[] bytes, int from, int length) {
        if (state == State.STOPPED) {
            return;
        }
        append(bytes, from, length);
        read(false);
        compact();
    }

    /** The file has ended. */
    public void finish() {
        read(true);
        if (state == State.INSIDE) {
            handler.interchangeBroken(InterchangeHandler.Breakage.END_OF_FILE);
        } else if (state == State.OUTSIDE && !anyInterchange) {
            handler.unreadable(bufferPosition + at, "the file is empty; it must begin with an ISA segment");
        }
        state = State.STOPPED;
    }

    private void append(byte[] bytes, int from, int length) {
        if (limit + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(limit + length, buffer.length * 2));
        }
        System.arraycopy(bytes, from, buffer, limit, length);
        limit += length;
    }

    private void compact() {
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        bufferPosition += at;
        limit -= at;
        at = 0;
    }

    private void read(boolean last) {
        boolean progress = true;
        while (progress) {
            progress = switch (state) {
                case OUTSIDE -> findInterchange(last);
                case INSIDE -> readSegments();
                case STOPPED -> false;
            };
        }
    }

    private boolean findInterchange(boolean last) {
        while (at < limit && isPadding(buffer[at])) {
            at++;
        }
        if (at == limit || !last && limit - at < ISA_SEARCH_BYTES && !wholeIsa()) {
            return false;
        }
        if (!startsWithIsa(at)) {
            return stop("what stands here is not an ISA segment");
        }
        return openInterchange();
    }

    private boolean openInterchange() {
        boolean fixedWidth = limit - at >= ISA_BYTES && separatorsInPlace();
        int last = fixedWidth ? at + ISA_BYTES - 1 : endOfLooseIsa();
        if (last < 0 || last >= limit) {
            return stop("the ISA segment is cut off or has no 16 elements; it must be 106 bytes long");
        }
        byte repetition = fixedWidth ? buffer[at + 82] : looseRepetition(last);
        Delimiters delimiters = new Delimiters(buffer[at + 3], repetition, buffer[last - 1], buffer[last]);
        kinds = CharClass.table(delimiters);
        segment.delimiters = delimiters;
        anyInterchange = true;
        state = State.INSIDE;
        handler.interchangeStarts(delimiters, fixedWidth);
        tokenizeIsa(last);
        handler.segment(segment);
        at = last + 1;
        return true;
    }

    private boolean wholeIsa() {
        return limit - at >= ISA_BYTES && startsWithIsa(at) && separatorsInPlace();
    }

    private boolean separatorsInPlace() {
        byte separator = buffer[at + 3];
        for (int offset : ISA_SEPARATORS) {
            if (buffer[at + offset] != separator) {
                return false;
            }
        }
        return buffer[at + 104] != separator && buffer[at + 105] != separator;
    }

    /** Index of the terminator of an ISA whose elements are not padded as they should be; -1 if it cannot be told. */
    private int endOfLooseIsa() {
        int separators = 0;
        int end = Math.min(limit, at + ISA_SEARCH_BYTES);
        for (int i = at + 3; i < end; i++) {
            if (buffer[i] == buffer[at + 3] && ++separators == 16) {
                return i + 2 < end ? i + 2 : -1;
            }
        }
        return -1;
    }

    private byte looseRepetition(int last) {
        int separators = 0;
        for (int i = at + 3; i < last; i++) {
            if (buffer[i] == buffer[at + 3] && ++separators == 11) {
                return buffer[i + 1];
            }
        }
        return '^';
    }

    /** ISA11 and ISA16 hold delimiters as values, so the ISA is cut at element separators only. */
    private void tokenizeIsa(int last) {
        begin(at);
        int start = at;
        int mask = 0;
        for (int i = at; i <= last; i++) {
            if (buffer[i] == buffer[at + 3] || i == last) {
                endElement(start, i, mask);
                start = i + 1;
                mask = 0;
            } else {
                mask |= Math.max(kinds[buffer[i] & 0xff], 0);
            }
        }
        end(last);
    }

    private boolean readSegments() {
        while (true) {
            while (at < limit && isLineBreak(buffer[at])) {
                at++;
            }
            if (limit - at >= 4 && startsWithIsa(at)) {
                handler.interchangeBroken(InterchangeHandler.Breakage.NEXT_INTERCHANGE);
                state = State.OUTSIDE;
                return true;
            }
            int end = tokenize();
            if (end < 0) {
                return tooLong();
            }
            handler.segment(segment);
            at = end + 1;
            if (segment.idKey == IEA) {
                state = State.OUTSIDE;
                return true;
            }
        }
    }

    private boolean tooLong() {
        if (limit - at > segmentBytesMax) {
            handler.interchangeBroken(InterchangeHandler.Breakage.SEGMENT_TOO_LONG);
            at = limit;
            state = State.STOPPED;
        }
        return false;
    }

    /** Cuts the segment at {@code at} into elements; gives the index of its terminator, or -1 if that has not come yet. */
    private int tokenize() {
        byte[] bytes = buffer;
        int[] table = kinds;
        int end = limit;
        int start = at;
        int mask = 0;
        begin(at);
        for (int i = at; i < end; i++) {
            int kind = table[bytes[i] & 0xff];
            if (kind >= 0) {
                mask |= kind;
                continue;
            }
            endElement(start, i, mask);
            if (kind == CharClass.SEGMENT_END) {
                end(i);
                return i;
            }
            start = i + 1;
            mask = 0;
        }
        return -1;
    }

    private void begin(int from) {
        segment.bytes = buffer;
        segment.count = -1;
        segment.elementsSent = -1;
        segment.present = 0;
        segment.renewed();
        segment.position = bufferPosition + from;
    }

    private void endElement(int start, int end, int mask) {
        Segment s = segment;
        s.elementsSent++;
        if (s.count < Segment.ELEMENTS_MAX) {
            int e = ++s.count;
            s.starts[e] = start;
            s.ends[e] = end;
            s.kinds[e] = mask;
            if (end > start) {
                s.present |= 1L << e;
            }
        }
    }

    private void end(int terminator) {
        segment.present &= ~1L;
        segment.idKey = Segment.key(buffer, segment.starts[0], segment.ends[0]);
        segment.endPosition = bufferPosition + terminator + 1;
    }

    private boolean stop(String reason) {
        handler.unreadable(bufferPosition + at, reason);
        anyInterchange = true;
        at = limit;
        state = State.STOPPED;
        return false;
    }

    private boolean startsWithIsa(int from) {
        return limit - from >= 4 && Segment.key(buffer, from, from + 3) == ISA && !Delimiters.alphanumeric(buffer[from + 3]);
    }

    private static boolean isLineBreak(byte b) {
        return b == '\r' || b == '\n';
    }

    /** Blanks, line breaks, NUL and Ctrl-Z fill the last block of files; EF BB BF is a byte order mark. */
    private static boolean isPadding(byte b) {
        return b >= 0 && b <= ' ' || b == 0x1a || b == (byte) 0xef || b == (byte) 0xbb || b == (byte) 0xbf;
    }
}
