package dev.claimgate.ack;

import dev.claimgate.x12.ByteSink;
import java.io.Closeable;

/**
 * A finished acknowledgement that lacks only its interchange control number, which the database (or the command line) gives.
 * May hold a temporary file: close it.
 */
public interface AcknowledgementDraft extends Closeable {
    AcknowledgementKind kind();

    /** Which interchange of the file it answers, 1-based. */
    int interchangeOrdinal();

    /**
     * Writes the whole interchange, ISA to IEA. May be called again.
     *
     * @param controlNumber ISA13, 1 to 999,999,999; also the group control number
     */
    void writeTo(ByteSink sink, int controlNumber);

    @Override
    void close();
}
