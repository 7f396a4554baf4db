package dev.claimgate.validation;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import java.util.List;

/** Tells two listeners the same verdict, {@code first} first. */
public record ReportListeners(ReportListener first, ReportListener second) implements ReportListener {
    @Override
    public void interchangeOpened(InterchangeHeader header) {
        first.interchangeOpened(header);
        second.interchangeOpened(header);
    }

    @Override
    public void groupOpened(GroupHeader header) {
        first.groupOpened(header);
        second.groupOpened(header);
    }

    @Override
    public void setOpened(SetHeader header) {
        first.setOpened(header);
        second.setOpened(header);
    }

    @Override
    public void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
        first.claim(claim, findings, accepted);
        second.claim(claim, findings, accepted);
    }

    @Override
    public void setClosed(SetReport report) {
        first.setClosed(report);
        second.setClosed(report);
    }

    @Override
    public void groupClosed(GroupReport report) {
        first.groupClosed(report);
        second.groupClosed(report);
    }

    @Override
    public void interchangeClosed(InterchangeReport report) {
        first.interchangeClosed(report);
        second.interchangeClosed(report);
    }

    @Override
    public void unreadable(long offset, String reason) {
        first.unreadable(offset, reason);
        second.unreadable(offset, reason);
    }
}
