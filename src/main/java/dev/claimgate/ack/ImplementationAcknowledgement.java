package dev.claimgate.ack;

import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SetCode;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.Repeatable;
import dev.claimgate.validation.SetHeader;
import dev.claimgate.validation.SetReport;
import dev.claimgate.x12.SegmentWriter;
import java.io.Closeable;
import java.util.LinkedHashSet;
import java.util.Set;

/** The 999 of one interchange (005010X231A1): a transaction set for each functional group, all of them in one GS*FA. */
final class ImplementationAcknowledgement implements Closeable {
    static final String FUNCTIONAL_ID = "FA";
    static final String VERSION = "005010X231A1";
    private static final int CODES_MAX = 5;
    private static final int REFERENCE_LENGTH = 35;
    /** An acknowledgement is never acknowledged, or two systems would answer each other for ever. */
    private static final Set<String> ACKNOWLEDGEMENTS = Set.of("FA", "HN");

    private final Section body;
    private final SegmentErrors errors;
    private GroupHeader first;
    private int sets;
    private boolean answering;
    private boolean unnamedSet;

    ImplementationAcknowledgement(AcknowledgementSettings settings) {
        body = new Section(settings.spoolMemoryBytesMax());
        errors = new SegmentErrors(body, settings.elementErrorsPerSegmentMax());
    }

    void groupOpened(GroupHeader group) {
        answering = !ACKNOWLEDGEMENTS.contains(group.functionalId());
        if (!answering) {
            return;
        }
        first = first == null ? group : first;
        sets++;
        unnamedSet = false;
        body.resetSegmentCount();
        body.segment("ST").element("999").element(setNumber()).element(VERSION).end();
        body.segment("AK1").element(group.functionalId()).element(group.controlNumber()).element(group.version()).end();
    }

    void setClosed(SetReport report) {
        if (!answering) {
            return;
        }
        SetHeader set = report.header();
        if (!Repeatable.set(set.identifier(), set.controlNumber())) {
            unnamedSet = true;
            return;
        }
        body.segment("AK2").element(set.identifier()).element(set.controlNumber()).element(reference(set)).end();
        for (SegmentFinding finding : report.findings()) {
            errors.write(finding);
        }
        SegmentWriter ik5 = body.segment("IK5").element(report.code().name());
        report.codes().stream().distinct().limit(CODES_MAX).map(SetCode::code).forEach(ik5::element);
        ik5.end();
    }

    void groupClosed(GroupReport report) {
        if (!answering) {
            return;
        }
        Set<GroupCode> codes = new LinkedHashSet<>(report.codes());
        if (unnamedSet) {
            codes.add(GroupCode.SET_COUNT_WRONG);
        }
        SegmentWriter ak9 = body.segment("AK9").element(report.code().name()).element(included(report))
                .element(report.setsReceived()).element(report.setsAccepted());
        codes.stream().limit(CODES_MAX).map(GroupCode::code).forEach(ak9::element);
        ak9.end();
        body.segment("SE").element(body.segmentCount() + 1L).element(setNumber()).end();
        answering = false;
    }

    boolean isEmpty() {
        return sets == 0;
    }

    /** Hands over what was written; the draft owns it from now on. */
    AcknowledgementDraft draft(EnvelopeWriter envelope) {
        return new GroupDraft(AcknowledgementKind.IMPLEMENTATION, envelope, first, body, sets);
    }

    @Override
    public void close() {
        body.close();
    }

    private String setNumber() {
        return String.format("%04d", sets);
    }

    /** What is longer than AK203 may be is told as a fault of ST03. */
    private static String reference(SetHeader set) {
        return set.reference().length() <= REFERENCE_LENGTH ? set.reference() : "";
    }

    private static String included(GroupReport report) {
        return report.setsIncluded().matches("\\d{1,6}") ? report.setsIncluded() : Integer.toString(report.setsReceived());
    }
}
