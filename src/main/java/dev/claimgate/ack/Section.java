package dev.claimgate.ack;

import dev.claimgate.x12.ByteSink;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.SegmentWriter;
import dev.claimgate.x12.Spool;
import java.io.Closeable;

/**
 * A run of segments that is written before what stands above it is known: totals come last but are sent first. Counts its
 * segments for SE01. Stays in memory up to a limit, goes on in a temporary file beyond it.
 */
final class Section implements Closeable {
    private final Spool spool;
    private final SegmentWriter writer;
    private int appended;

    Section(int memoryBytesMax) {
        spool = new Spool(memoryBytesMax);
        writer = new SegmentWriter(Delimiters.STANDARD, spool);
    }

    /** Begins a segment. */
    SegmentWriter segment(String id) {
        return writer.segment(id);
    }

    /** Segments since the section was made, cleared, or its count was reset. */
    int segmentCount() {
        return writer.segmentCount() + appended;
    }

    void resetSegmentCount() {
        writer.resetSegmentCount();
        appended = 0;
    }

    /** Moves the other section's segments to the end of this one; the other is empty then. */
    void append(Section other) {
        other.spool.copyTo(spool);
        appended += other.segmentCount();
        other.clear();
    }

    void clear() {
        truncate(0);
        resetSegmentCount();
    }

    long length() {
        return spool.length();
    }

    void truncate(long length) {
        spool.truncate(length);
    }

    void copyTo(ByteSink sink) {
        spool.copyTo(sink);
    }

    @Override
    public void close() {
        spool.close();
    }
}
