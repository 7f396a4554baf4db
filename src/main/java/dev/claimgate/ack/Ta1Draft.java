package dev.claimgate.ack;

import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.x12.ByteSink;
import dev.claimgate.x12.SegmentWriter;

/** The answer to one ISA: one TA1, which tells the first note of the report, and no functional group. */
final class Ta1Draft implements AcknowledgementDraft {
    private final EnvelopeWriter envelope;
    private final InterchangeReport report;

    Ta1Draft(EnvelopeWriter envelope, InterchangeReport report) {
        this.envelope = envelope;
        this.report = report;
    }

    /** Whether this interchange gets a TA1: it asked for one, or it has a fault. */
    static boolean isDue(InterchangeReport report) {
        return report.header().acknowledgmentRequested() || !report.notes().isEmpty() || !report.code().accepts();
    }

    @Override
    public AcknowledgementKind kind() {
        return AcknowledgementKind.TA1;
    }

    @Override
    public int interchangeOrdinal() {
        return envelope.interchangeOrdinal();
    }

    @Override
    public void writeTo(ByteSink sink, int controlNumber) {
        SegmentWriter writer = envelope.open(sink, controlNumber);
        InterchangeCode note = report.notes().isEmpty() ? InterchangeCode.NO_ERROR : report.notes().get(0);
        envelope.received(writer.segment("TA1")).element(report.code().name()).element(note.code()).end();
        envelope.close(writer, 0, controlNumber);
    }

    @Override
    public void close() {
        // Holds nothing but the report.
    }
}
