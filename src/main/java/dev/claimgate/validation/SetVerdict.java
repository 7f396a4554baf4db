package dev.claimgate.validation;

import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SetCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what decides about one transaction set: its faults, at most so many, and its totals. */
final class SetVerdict {
    private static final int CODES_MAX = 5;

    private final EnginePolicy policy;
    private final List<SegmentFinding> findings = new ArrayList<>();
    private final Set<SetCode> codes = new LinkedHashSet<>();
    private boolean standardBroken;
    private boolean guideBroken;
    private boolean brokenOutsideClaims;
    private int omitted;
    private int claims;
    private int claimsAccepted;
    private long chargeCents;
    private long chargeCentsAccepted;

    SetVerdict(EnginePolicy policy) {
        this.policy = policy;
    }

    void begin() {
        findings.clear();
        codes.clear();
        standardBroken = false;
        guideBroken = false;
        brokenOutsideClaims = false;
        omitted = 0;
        claims = 0;
        claimsAccepted = 0;
        chargeCents = 0;
        chargeCentsAccepted = 0;
    }

    void demand(boolean holds, SetCode otherwise) {
        if (!holds) {
            codes.add(otherwise);
        }
    }

    /** @param inClaim whether the fault concerns one claim, which is rejected for it */
    void add(SegmentFinding finding, boolean inClaim) {
        brokenOutsideClaims |= !inClaim;
        standardBroken |= !finding.guideOnly();
        guideBroken |= finding.elements().isEmpty() ? finding.code().guideOnly()
                : finding.elements().stream().map(ElementFinding::code).anyMatch(code -> code.guideOnly());
        if (findings.size() < policy.findingsPerSetMax()) {
            findings.add(finding);
        } else {
            omitted++;
        }
    }

    void count(long cents, boolean accepted) {
        claims++;
        chargeCents += cents;
        if (accepted) {
            claimsAccepted++;
            chargeCentsAccepted += cents;
        }
    }

    /** In the order of the segments; guide and situational rules may have found different elements of one segment. */
    private List<SegmentFinding> oneForElementsOfASegment() {
        findings.sort(Comparator.comparingInt(SegmentFinding::position)
                .thenComparing(finding -> !finding.elements().isEmpty()));
        List<SegmentFinding> told = new ArrayList<>(findings.size());
        for (SegmentFinding finding : findings) {
            int last = told.size() - 1;
            if (last >= 0 && told.get(last).sameSegment(finding)) {
                told.set(last, told.get(last).and(finding));
            } else {
                told.add(finding);
            }
        }
        return told;
    }

    SetReport report(SetHeader header, String originatorId, int segments, boolean repeated) {
        boolean claimsOnly = codes.isEmpty() && !brokenOutsideClaims && policy.syntax() == SyntaxScope.CLAIM;
        demand(!standardBroken, SetCode.SEGMENTS_IN_ERROR);
        demand(!guideBroken, SetCode.IMPLEMENTATION_SEGMENTS_IN_ERROR);
        List<SegmentFinding> told = oneForElementsOfASegment();
        AcknowledgmentCode code = codes.isEmpty() ? AcknowledgmentCode.A
                : claimsOnly ? AcknowledgmentCode.E : AcknowledgmentCode.R;
        return new SetReport(header, originatorId, code, codes.stream().limit(CODES_MAX).toList(), told, omitted,
                segments, claims, claimsAccepted, chargeCents, chargeCentsAccepted, repeated);
    }
}
