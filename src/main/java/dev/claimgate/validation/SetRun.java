package dev.claimgate.validation;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ClaimAssembler;
import dev.claimgate.edit.ClaimFindings;
import dev.claimgate.edit.EditContext;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.SegmentCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SetCode;
import dev.claimgate.guide.Slot;
import dev.claimgate.guide.WalkListener;
import dev.claimgate.guide.Walker;
import dev.claimgate.x12.Segment;
import java.util.List;

/** One transaction set after the other: walks it through the guide, builds its claims and has each one judged by the edits. */
final class SetRun implements WalkListener {
    private static final int BHT = Segment.key("BHT");
    private static final int CLM = Segment.key("CLM");
    private static final String NO_ROUTE = "payer-route";

    private final ValidationRules rules;
    private final EditContext context;
    private final ReportListener listener;
    private final Walker walker;
    private final ClaimAssembler claims;
    private final SituationalCheck situations;
    private final LineNumbering lineNumbers = new LineNumbering();
    private final ClaimFindings findings = new ClaimFindings();
    private final EditsMemory edits;
    private final SetVerdict verdict;
    private final BatchNumbers batches;
    private SetHeader header;
    private boolean understood;
    private boolean claimAtFault;
    private int claimPosition;
    private int segments;
    private String originatorId = "";
    private String usage = "";

    SetRun(ValidationRules rules, EditContext context, BatchNumbers batches, ReportListener listener) {
        this.rules = rules;
        this.context = context;
        this.edits = new EditsMemory(rules.edits());
        this.batches = batches;
        this.listener = listener;
        this.walker = new Walker(rules.guide(), this);
        this.claims = new ClaimAssembler(rules.guide());
        this.situations = new SituationalCheck(rules.guide(), this::report);
        this.verdict = new SetVerdict(rules.policy());
    }

    /** The sets that follow come in an interchange with this ISA15. */
    void inInterchange(String usage) {
        this.usage = usage;
    }

    boolean isOpen() {
        return header != null;
    }

    void open(GroupHeader group, SetHeader header, Segment st, boolean unique) {
        this.header = header;
        originatorId = "";
        segments = 0;
        claimAtFault = false;
        verdict.begin();
        batches.begin(group.ordinal(), header.ordinal());
        understood = header.identifier().equals(rules.guide().transaction());
        verdict.demand(understood, SetCode.NOT_IN_FUNCTIONAL_GROUP);
        verdict.demand(header.controlNumber().matches("[!-~]{4,9}"), SetCode.INVALID_CONTROL_NUMBER);
        verdict.demand(unique, SetCode.CONTROL_NUMBER_NOT_UNIQUE);
        verdict.demand(!understood || header.reference().equals(group.version()), faultOfReference(header.reference()));
        walker.begin();
        claims.begin();
        situations.begin();
        listener.setOpened(header);
        take(st);
    }

    /** ST03 repeats GS08; one that names a guide of another kind tells that sets of it are not taken. */
    private SetCode faultOfReference(String reference) {
        boolean otherGuide = reference.matches("\\d{6}X\\d{3}([AE]\\d{1,2})?")
                && rules.policy().treatmentOf(reference) == VersionTreatment.REJECT;
        return otherGuide ? SetCode.IMPLEMENTATION_NOT_SUPPORTED : SetCode.INVALID_IMPLEMENTATION_REFERENCE;
    }

    void take(Segment segment) {
        segments++;
        if (understood) {
            walker.segment(segment);
        }
    }

    /** Takes the SE and tells the verdict. */
    SetReport close(Segment se) {
        take(se);
        verdict.demand(se.text(1).equals(Integer.toString(segments)) || counts(se.text(1)), SetCode.SEGMENT_COUNT_WRONG);
        verdict.demand(se.text(2).equals(header.controlNumber()), SetCode.CONTROL_NUMBERS_DIFFER);
        return finish();
    }

    /** Ends a set whose SE did not come; does nothing when none is open. */
    void endWithout(SetCode code, GroupRun group) {
        if (isOpen()) {
            endClaim(false);
            verdict.demand(false, code);
            group.setEnded(finish());
        }
    }

    @Override
    public void placed(Slot slot, Segment segment, int position) {
        if (claims.inClaim() && claims.endsClaim(slot)) {
            endClaim(true);
        }
        claims.take(slot, segment, position);
        if (slot.idKey() == BHT) {
            originatorId = segment.text(3);
            batches.take(originatorId, position);
        } else if (slot.idKey() == CLM) {
            lineNumbers.beginClaim();
            claimPosition = position;
        } else if (slot.idKey() == LineNumbering.LX) {
            checkLineNumber(segment, position);
        }
        situations.placed(slot, segment, position);
    }

    private void checkLineNumber(Segment lx, int position) {
        SegmentFinding fault = lineNumbers.check(lx, position);
        if (fault != null) {
            found(fault);
        }
    }

    @Override
    public void found(SegmentFinding finding) {
        situations.structureFault(finding, belongsToClaim(finding));
        if (finding.segmentId().equals("LX") && finding.code() == SegmentCode.IMPLEMENTATION_SEGMENT_MISSING) {
            lineNumbers.assumeLine();
        }
        report(finding);
    }

    private void report(SegmentFinding finding) {
        boolean inClaim = belongsToClaim(finding);
        claimAtFault |= inClaim;
        verdict.add(inClaim ? finding.inClaim(claims.claim().patientControlNumber().toString()) : finding,
                inClaim && leavesNeighboursAlone(finding));
    }

    /** What is missing above a claim may be told only when the level ends, and of the level after it before that one begins. */
    private boolean belongsToClaim(SegmentFinding finding) {
        int ownFrom = finding.elements().isEmpty() ? claimPosition + 1 : claimPosition;
        boolean loopOfClaim = finding.loop().startsWith("23") || finding.loop().startsWith("24");
        return claims.inClaim() && loopOfClaim && finding.position() >= ownFrom;
    }

    /** Whether a fault leaves no doubt where the claim ends: it does not stand for a CLM that was not recognized. */
    private static boolean leavesNeighboursAlone(SegmentFinding finding) {
        boolean head = finding.segmentId().equals("CLM") && finding.code() != SegmentCode.HAS_ELEMENT_ERRORS;
        return !head && finding.code() != SegmentCode.UNRECOGNIZED_ID;
    }

    /** A claim whose structure is at fault is not told off for its content as well: half of it may be missing. */
    private void endClaim(boolean complete) {
        if (!claims.inClaim()) {
            return;
        }
        if (complete) {
            situations.claimEnds();
        }
        claims.endClaim();
        Claim claim = claims.claim();
        findings.clear();
        if (batches.repeated()) {
            batches.refuse(findings);
        } else if (!claimAtFault) {
            edits.of(claim, usage).judge(claim, context, findings);
            rules.routes().refusal(claim, usage).ifPresent(status -> refuse(claim, status));
        }
        boolean accepted = !claimAtFault && !findings.rejects();
        verdict.count(claim.chargeCents(), accepted);
        listener.claim(claim, findings.list(), accepted);
        claimAtFault = false;
        lineNumbers.beginClaim();
    }

    private void refuse(Claim claim, ClaimStatus status) {
        findings.claim(NO_ROUTE, "2010BB", claim.payer().position(), "NM109", List.of(status),
                "a payer to whom nothing is sent from here", "a payer agreed upon with the receiver of the file");
    }

    private SetReport finish() {
        SetReport report = verdict.report(header, originatorId, segments, batches.repeated());
        batches.ended(report.code().accepts());
        header = null;
        listener.setClosed(report);
        return report;
    }

    /** Leading zeros do not make a count wrong. */
    private boolean counts(String sent) {
        return sent.matches("\\d{1,10}") && Long.parseLong(sent) == segments;
    }
}
