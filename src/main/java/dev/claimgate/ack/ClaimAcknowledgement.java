package dev.claimgate.ack;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.SetHeader;
import dev.claimgate.validation.SetReport;
import java.io.Closeable;
import java.util.List;

/**
 * The 277CA of one interchange (005010X214), all of its transaction sets in one GS*HN. Each 837 that was accepted has a
 * transaction set of its own (X12 interpretation 2145). A set or a group that is rejected leaves nothing behind.
 */
final class ClaimAcknowledgement implements Closeable {
    static final String FUNCTIONAL_ID = "HN";
    static final String VERSION = "005010X214";
    private static final String CLAIMS = "837";

    private final ReceiptStamp stamp;
    private final int interchangeOrdinal;
    private final Section body;
    private final SetAnswer answer;
    private GroupHeader group;
    private GroupHeader first;
    private boolean answering;
    private int begun;
    private int sets;
    private int setsBeforeGroup;
    private long lengthBeforeGroup;

    ClaimAcknowledgement(AcknowledgementSettings settings, ReceiptStamp stamp, int interchangeOrdinal) {
        this.stamp = stamp;
        this.interchangeOrdinal = interchangeOrdinal;
        body = new Section(settings.spoolMemoryBytesMax());
        answer = new SetAnswer(settings, stamp);
    }

    void groupOpened(GroupHeader header) {
        group = header;
        setsBeforeGroup = sets;
        lengthBeforeGroup = body.length();
    }

    void setOpened(SetHeader header) {
        answering = header.identifier().equals(CLAIMS);
        if (answering) {
            begun++;
            answer.begin(group, stamp.trackingId() + "-" + interchangeOrdinal + "-" + begun);
        }
    }

    void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
        answer.claim(claim, findings, accepted);
    }

    void setClosed(SetReport report) {
        if (answering && report.code().accepts()) {
            sets++;
            answer.finish(body, report, String.format("%04d", sets));
            first = first == null ? group : first;
        }
        answering = false;
    }

    void groupClosed(GroupReport report) {
        if (report.code() == AcknowledgmentCode.R) {
            body.truncate(lengthBeforeGroup);
            sets = setsBeforeGroup;
            first = sets == 0 ? null : first;
        }
    }

    boolean isEmpty() {
        return sets == 0;
    }

    /** Hands over what was written; the draft owns it from now on. */
    AcknowledgementDraft draft(EnvelopeWriter envelope) {
        answer.close();
        return new GroupDraft(AcknowledgementKind.CLAIM, envelope, first, body, sets);
    }

    @Override
    public void close() {
        answer.close();
        body.close();
    }
}
