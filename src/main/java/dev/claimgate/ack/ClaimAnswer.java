package dev.claimgate.ack;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.SegmentWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Loops 2000D to 2220D of the 277CA: one claim with its statuses. Warnings never enter (X12 interpretation 2203). */
final class ClaimAnswer {
    private static final List<ClaimStatus> LINES_AT_FAULT = List.of(ClaimStatus.of("A3:247"));
    /** The 999 accepted the set with errors, and this claim has one of them. */
    private static final List<ClaimStatus> SYNTAX_AT_FAULT = List.of(ClaimStatus.of("A3:684"));

    private final List<ClaimStatus> acceptance;
    private final String date;
    private final LineAnswer lines;

    ClaimAnswer(ClaimStatus acceptance, String date) {
        this.acceptance = List.of(acceptance);
        this.date = date;
        this.lines = new LineAnswer(date);
    }

    void write(Section section, int level, int parent, Claim claim, List<ClaimFinding> findings, boolean accepted) {
        section.segment("HL").element(level).element(parent).element("PT").end();
        PatientName.write(section, claim);
        trace(section, claim);
        long charge = claim.chargeCents();
        if (accepted) {
            Statuses.write(section, acceptance, date, Statuses.ACCEPT, charge);
        } else {
            rejections(findings).forEach(statuses -> Statuses.write(section, statuses, date, Statuses.REJECT, charge));
        }
        if (!claim.intermediaryNumber().isEmpty()) {
            section.segment("REF").element("D9").element(claim.intermediaryNumber()).end();
        }
        serviceDays(section, claim);
        if (!accepted) {
            lines.write(section, claim, findings);
        }
    }

    private static void trace(Section section, Claim claim) {
        SegmentWriter trace = section.segment("TRN").element("2");
        (claim.patientControlNumber().isEmpty() ? trace.element("0") : trace.element(claim.patientControlNumber())).end();
    }

    /** The guide requires a day; a claim without one, which only a set with errors can hold, gets the day of its processing. */
    private void serviceDays(Section section, Claim claim) {
        int from = claim.serviceFrom();
        Days.write(section, from == 0 ? Integer.parseInt(date) : from, claim.serviceTo());
    }

    /** One STC for each finding about the claim, none twice; faults of lines are told here only as such. */
    private static Set<List<ClaimStatus>> rejections(List<ClaimFinding> findings) {
        Set<List<ClaimStatus>> rejections = new LinkedHashSet<>();
        for (ClaimFinding finding : findings) {
            if (finding.rejects()) {
                rejections.add(finding.line() == 0 ? finding.statuses() : LINES_AT_FAULT);
            }
        }
        if (rejections.isEmpty()) {
            rejections.add(SYNTAX_AT_FAULT);
        }
        return rejections;
    }
}
