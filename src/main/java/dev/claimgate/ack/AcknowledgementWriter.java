package dev.claimgate.ack;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.SetHeader;
import dev.claimgate.validation.SetReport;
import java.io.Closeable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the answers to a file while its verdict is told: for each interchange a TA1 if one is due, then the 999 of its
 * functional groups, then the 277CA of its accepted transaction sets, each an interchange of its own. An interchange that the
 * TA1 rejects gets nothing else. Memory does not grow with the file. One writer for each file; not thread-safe. Close it when
 * the file is done or given up; the drafts belong to whom they were given.
 */
public final class AcknowledgementWriter implements ReportListener, Closeable {
    private final AcknowledgementSettings settings;
    private final Clock clock;
    private final LocalDate receivedOn;
    private final String trackingId;
    private final Consumer<AcknowledgementDraft> out;
    private ReceiptStamp stamp;
    private ImplementationAcknowledgement implementation;
    private ClaimAcknowledgement claims;

    /** For a file that was received on this very day. */
    public AcknowledgementWriter(AcknowledgementSettings settings, Clock clock, String trackingId,
                                 Consumer<AcknowledgementDraft> out) {
        this(settings, clock, LocalDate.now(clock), trackingId, out);
    }

    /**
     * @param receivedOn day of receipt, DTP*050 of the 277CA
     * @param trackingId our number of the file, TRN02 of loop 2200A and the beginning of BHT03; at most 36 characters
     * @param out        takes each draft, TA1 before 999 before 277CA, and closes it
     */
    public AcknowledgementWriter(AcknowledgementSettings settings, Clock clock, LocalDate receivedOn, String trackingId,
                                 Consumer<AcknowledgementDraft> out) {
        this.settings = settings;
        this.clock = clock;
        this.receivedOn = receivedOn;
        this.trackingId = trackingId;
        this.out = out;
    }

    @Override
    public void interchangeOpened(InterchangeHeader header) {
        close();
        stamp = new ReceiptStamp(trackingId, receivedOn, LocalDateTime.now(clock));
        implementation = new ImplementationAcknowledgement(settings);
        claims = new ClaimAcknowledgement(settings, stamp, header.ordinal());
    }

    @Override
    public void groupOpened(GroupHeader header) {
        implementation.groupOpened(header);
        claims.groupOpened(header);
    }

    @Override
    public void setOpened(SetHeader header) {
        claims.setOpened(header);
    }

    @Override
    public void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
        claims.claim(claim, findings, accepted);
    }

    @Override
    public void setClosed(SetReport report) {
        implementation.setClosed(report);
        claims.setClosed(report);
    }

    @Override
    public void groupClosed(GroupReport report) {
        implementation.groupClosed(report);
        claims.groupClosed(report);
    }

    @Override
    public void interchangeClosed(InterchangeReport report) {
        EnvelopeWriter envelope = new EnvelopeWriter(report.header(), stamp.processed(), settings.usage());
        if (Ta1Draft.isDue(report)) {
            out.accept(new Ta1Draft(envelope, report));
        }
        if (report.code() != AcknowledgmentCode.R) {
            handOver(envelope);
        }
        close();
    }

    /** Gives up what was not handed over, with its temporary files. */
    @Override
    public void close() {
        if (implementation != null) {
            implementation.close();
            implementation = null;
        }
        if (claims != null) {
            claims.close();
            claims = null;
        }
    }

    private void handOver(EnvelopeWriter envelope) {
        if (!implementation.isEmpty()) {
            AcknowledgementDraft draft = implementation.draft(envelope);
            implementation = null;
            out.accept(draft);
        }
        if (!claims.isEmpty()) {
            AcknowledgementDraft draft = claims.draft(envelope);
            claims = null;
            out.accept(draft);
        }
    }
}
