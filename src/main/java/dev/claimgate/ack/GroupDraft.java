package dev.claimgate.ack;

import dev.claimgate.validation.GroupHeader;
import dev.claimgate.x12.ByteSink;
import dev.claimgate.x12.SegmentWriter;

/** An answer of one functional group whose transaction sets are already written. Owns them. */
final class GroupDraft implements AcknowledgementDraft {
    private final AcknowledgementKind kind;
    private final EnvelopeWriter envelope;
    private final GroupHeader answered;
    private final Section sets;
    private final int setCount;

    GroupDraft(AcknowledgementKind kind, EnvelopeWriter envelope, GroupHeader answered, Section sets, int setCount) {
        this.kind = kind;
        this.envelope = envelope;
        this.answered = answered;
        this.sets = sets;
        this.setCount = setCount;
    }

    @Override
    public AcknowledgementKind kind() {
        return kind;
    }

    @Override
    public int interchangeOrdinal() {
        return envelope.interchangeOrdinal();
    }

    @Override
    public void writeTo(ByteSink sink, int controlNumber) {
        SegmentWriter writer = envelope.open(sink, controlNumber);
        boolean claims = kind == AcknowledgementKind.CLAIM;
        envelope.openGroup(writer, answered, claims ? ClaimAcknowledgement.FUNCTIONAL_ID : ImplementationAcknowledgement.FUNCTIONAL_ID,
                claims ? ClaimAcknowledgement.VERSION : ImplementationAcknowledgement.VERSION, controlNumber);
        sets.copyTo(sink);
        envelope.closeGroup(writer, setCount, controlNumber);
        envelope.close(writer, 1, controlNumber);
    }

    @Override
    public void close() {
        sets.close();
    }
}
