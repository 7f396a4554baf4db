package dev.claimgate.pipeline;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.partner.Destinations;
import dev.claimgate.store.ClaimBatch;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.SetHeader;
import dev.claimgate.validation.SetReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the engine's reports into claim rows and a summary. {@link #take()} hands over what has come together, so that no
 * more than the claims of one piece of the file is held.
 */
final class VerdictCollector implements ReportListener {
    /** More statuses than a claim can have in the 277CA say nothing more to a person. */
    private static final int STATUSES_MAX = 20;

    /** What the 277CA says of a claim that the edits did not reject: its structure is at fault. */
    private static final String SYNTAX_AT_FAULT = "A3:684";

    private final PayerRouting routing;
    private final FileSummary summary;
    private final DatabaseHistory history;
    private Yield yield = new Yield();
    private InterchangeHeader interchange;
    private int group;
    private ClaimBatch.Place place;
    private final Extent setExtent = new Extent();
    private final Extent groupExtent = new Extent();
    private final Extent interchangeExtent = new Extent();

    VerdictCollector(PayerRouting routing, FileSummary summary, DatabaseHistory history) {
        this.routing = routing;
        this.summary = summary;
        this.history = history;
    }

    /** Rows to write: first the interchanges, then the claims, then the rejections of what had been written earlier. */
    static final class Yield {
        private final List<InterchangeHeader> interchanges = new ArrayList<>();
        private final ClaimBatch claims = new ClaimBatch();
        private final List<ClaimBatch.Place> rejected = new ArrayList<>();

        List<InterchangeHeader> interchanges() {
            return interchanges;
        }

        ClaimBatch claims() {
            return claims;
        }

        List<ClaimBatch.Place> rejected() {
            return rejected;
        }
    }

    /** Where the claims of what is open begin in the batch at hand, and whether some were handed over before. */
    private static final class Extent {
        private int start;
        private boolean flushed;

        void begin(int size) {
            start = size;
            flushed = false;
        }

        void handOver(int size) {
            flushed |= size > start;
            start = 0;
        }
    }

    /** What has come together since the last call. */
    Yield take() {
        Yield taken = yield;
        setExtent.handOver(taken.claims.size());
        groupExtent.handOver(taken.claims.size());
        interchangeExtent.handOver(taken.claims.size());
        yield = new Yield();
        return taken;
    }

    @Override
    public void interchangeOpened(InterchangeHeader header) {
        interchange = header;
        interchangeExtent.begin(yield.claims.size());
        yield.interchanges.add(header);
    }

    @Override
    public void groupOpened(GroupHeader header) {
        group = header.ordinal();
        groupExtent.begin(yield.claims.size());
    }

    @Override
    public void setOpened(SetHeader header) {
        place = new ClaimBatch.Place(interchange.ordinal(), group, header.ordinal());
        setExtent.begin(yield.claims.size());
    }

    @Override
    public void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
        if (accepted) {
            yield.claims.add(place, claim, routed(claim), history.kept());
        } else {
            yield.claims.add(place, claim, ClaimBatch.Verdict.rejected(statuses(findings)), ClaimBatch.Kept.NOTHING);
        }
    }

    private ClaimBatch.Verdict routed(Claim claim) {
        return routing.payerFor(Destinations.of(claim, interchange.usage()))
                .map(ClaimBatch.Verdict::waitingFor)
                .orElseGet(() -> ClaimBatch.Verdict.needsAttention(
                        "no configured payer takes it (2010BB NM108 and NM109, SBR09, ISA15); add it to conf/payers.yaml"));
    }

    private static String statuses(List<ClaimFinding> findings) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (ClaimFinding finding : findings) {
            if (finding.rejects() && count++ < STATUSES_MAX) {
                for (ClaimStatus status : finding.statuses()) {
                    text.append(text.isEmpty() ? "" : " ").append(status);
                }
            }
        }
        return text.isEmpty() ? SYNTAX_AT_FAULT : text.toString();
    }

    @Override
    public void setClosed(SetReport report) {
        if (!report.code().accepts()) {
            reject(setExtent, place);
        }
        summary.setClosed(report);
    }

    @Override
    public void groupClosed(GroupReport report) {
        if (report.code() == AcknowledgmentCode.R) {
            reject(groupExtent, new ClaimBatch.Place(interchange.ordinal(), group, 0));
        }
        summary.groupClosed(report);
    }

    @Override
    public void interchangeClosed(InterchangeReport report) {
        if (report.code() == AcknowledgmentCode.R) {
            reject(interchangeExtent, new ClaimBatch.Place(report.header().ordinal(), 0, 0));
        }
        summary.interchangeClosed(report);
    }

    private void reject(Extent extent, ClaimBatch.Place place) {
        yield.claims.rejectFrom(extent.start);
        if (extent.flushed) {
            yield.rejected.add(place);
        }
    }

    @Override
    public void unreadable(long offset, String reason) {
        summary.unreadable(offset, reason);
    }
}
