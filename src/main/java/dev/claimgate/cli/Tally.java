package dev.claimgate.cli;

import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.SetReport;

/**
 * Counts verdicts. What is accepted counts when the group and the interchange around it have closed, for a rejected envelope
 * takes every claim in it along.
 */
final class Tally implements ReportListener {
    private long interchanges;
    private long interchangesRejected;
    private long groupsRejected;
    private long sets;
    private long setsRejected;
    private long claims;
    private long claimsAccepted;
    private long chargeCents;
    private long chargeCentsAccepted;
    private long unreadable;
    private long groupAccepted;
    private long groupCentsAccepted;
    private long openAccepted;
    private long openCentsAccepted;

    @Override
    public void setClosed(SetReport report) {
        sets++;
        claims += report.claims();
        chargeCents += report.chargeCents();
        if (report.code().accepts()) {
            groupAccepted += report.claimsAccepted();
            groupCentsAccepted += report.chargeCentsAccepted();
        } else {
            setsRejected++;
        }
    }

    @Override
    public void groupClosed(GroupReport report) {
        if (report.code() == AcknowledgmentCode.R) {
            groupsRejected++;
        } else {
            openAccepted += groupAccepted;
            openCentsAccepted += groupCentsAccepted;
        }
        groupAccepted = 0;
        groupCentsAccepted = 0;
    }

    @Override
    public void interchangeClosed(InterchangeReport report) {
        interchanges++;
        if (report.code().accepts()) {
            claimsAccepted += openAccepted;
            chargeCentsAccepted += openCentsAccepted;
        } else {
            interchangesRejected++;
        }
        openAccepted = 0;
        openCentsAccepted = 0;
    }

    @Override
    public void unreadable(long offset, String reason) {
        unreadable++;
    }

    void add(Tally other) {
        interchanges += other.interchanges;
        interchangesRejected += other.interchangesRejected;
        groupsRejected += other.groupsRejected;
        sets += other.sets;
        setsRejected += other.setsRejected;
        claims += other.claims;
        claimsAccepted += other.claimsAccepted;
        chargeCents += other.chargeCents;
        chargeCentsAccepted += other.chargeCentsAccepted;
        unreadable += other.unreadable;
    }

    /** Whether nothing at all could be answered with an acknowledgement. */
    boolean nothingReadable() {
        return interchanges == 0;
    }

    /** Whether everything found was accepted. */
    boolean allAccepted() {
        return interchanges > 0 && interchangesRejected == 0 && groupsRejected == 0 && setsRejected == 0
                && claims == claimsAccepted && unreadable == 0;
    }

    long interchanges() {
        return interchanges;
    }

    long interchangesRejected() {
        return interchangesRejected;
    }

    long sets() {
        return sets;
    }

    long setsRejected() {
        return setsRejected;
    }

    long claims() {
        return claims;
    }

    long claimsAccepted() {
        return claimsAccepted;
    }

    long claimsRejected() {
        return claims - claimsAccepted;
    }

    long chargeCents() {
        return chargeCents;
    }

    long chargeCentsAccepted() {
        return chargeCentsAccepted;
    }
}
