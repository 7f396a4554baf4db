package dev.claimgate.ack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SegmentCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SetCode;
import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.Interchange837;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentErrorsTest {
    private static final SituationalTrigger FREQUENCY = new SituationalTrigger("CLM", 43, "2300", 5, 3, "1325");

    @Test
    void shouldNameTheClaimOfAFault() {
        assertThat(written(new SegmentFinding("CLM", 22, "2300", SegmentCode.HAS_ELEMENT_ERRORS, "ACCT-1", null,
                List.of(new ElementFinding(2, 0, 0, "782", ElementCode.REQUIRED_MISSING, "", "")), "")))
                .containsExactly("IK3*CLM*22*2300*8", "CTX*CLM01:ACCT-1", "IK4*2*782*1");
    }

    @Test
    void shouldNameWhatMadeASegmentRequired() {
        assertThat(written(new SegmentFinding("REF", 57, "2300", SegmentCode.IMPLEMENTATION_DEPENDENT_MISSING, "ACCT-2", FREQUENCY,
                List.of(), "")))
                .containsExactly("IK3*REF*57*2300*I6", "CTX*SITUATIONAL TRIGGER*CLM*43*2300*5:3*1325", "CTX*CLM01:ACCT-2");
    }

    @Test
    void shouldNameWhatMadeAnElementRequiredBesideThatElement() {
        assertThat(written(new SegmentFinding("PWK", 60, "2300", SegmentCode.HAS_ELEMENT_ERRORS, "", null,
                List.of(new ElementFinding(1, 0, 0, "755", ElementCode.INVALID_CODE, "??", ""),
                        new ElementFinding(5, 0, 0, "66", ElementCode.IMPLEMENTATION_DEPENDENT_MISSING, "", "", FREQUENCY)), "")))
                .containsExactly("IK3*PWK*60*2300*8", "IK4*1*755*7*??", "IK4*5*66*I9",
                        "CTX*SITUATIONAL TRIGGER*CLM*43*2300*5:3*1325");
    }

    @Test
    void shouldGiveComponentAndRepetitionOfAnElement() {
        assertThat(written(element(new ElementFinding(5, 2, 3, "1270", ElementCode.INVALID_CODE, "X", ""))))
                .containsExactly("IK3*NM1*8*2010*8", "IK4*5:2:3*1270*7*X");
    }

    @Test
    void shouldLeaveOutTheNumberOfACompositeForItHasNone() {
        assertThat(written(element(new ElementFinding(5, 0, 0, "C023", ElementCode.REQUIRED_MISSING, "", ""))))
                .containsExactly("IK3*NM1*8*2010*8", "IK4*5**1");
    }

    @Test
    void shouldMakeBadDataSafeAndShort() {
        assertThat(written(element(new ElementFinding(3, 0, 0, "1035", ElementCode.INVALID_CHARACTER, "A*B~C:D^E\nF\u00e9", ""))))
                .contains("IK4*3*1035*6*A B C D E F?");
        assertThat(written(element(new ElementFinding(3, 0, 0, "1035", ElementCode.TOO_LONG, "Y".repeat(200), ""))))
                .contains("IK4*3*1035*5*" + "Y".repeat(99));
    }

    @Test
    void shouldNeverNameASegmentIdThatNobodyKnows() {
        assertThat(written(segment("XXX", SegmentCode.UNRECOGNIZED_ID), segment("CL1", SegmentCode.IMPLEMENTATION_NOT_USED)))
                .containsExactly("IK3*CL1*30*2300*I4");
    }

    @Test
    void shouldStopAtSoManyElementsOfOneSegment() {
        ElementFinding fault = new ElementFinding(3, 0, 0, "1035", ElementCode.TOO_SHORT, "", "");
        SegmentFinding finding = new SegmentFinding("NM1", 8, "2010AA", SegmentCode.HAS_ELEMENT_ERRORS, "", null,
                Collections.nCopies(100, fault), "");

        assertThat(written(finding)).hasSize(1 + Answers.SETTINGS.elementErrorsPerSegmentMax());
    }

    @Test
    void shouldAnswerAFileWithFaultsInItsClaim() {
        Answers answers = Answers.to(Interchange837.clean().replace("DTP*472*D8*20261110", "DTP*472*D8*20261310").text());

        assertThat(answers.kinds()).containsExactly(AcknowledgementKind.TA1, AcknowledgementKind.IMPLEMENTATION);
        assertThat(answers.sets(AcknowledgementKind.IMPLEMENTATION)).containsExactly(
                "ST*999*0001*005010X231A1", "AK1*HC*101*005010X222A1", "AK2*837*0001*005010X222A1",
                "IK3*DTP*22*2400*8", "CTX*CLM01:ACCT-1", "IK4*3*1251*8*20261310", "IK5*R*5", "AK9*R*1*1*0", "SE*9*0001");
        assertThat(GuideCheck.faults(answers.interchange(AcknowledgementKind.IMPLEMENTATION))).isEmpty();
    }

    private static SegmentFinding segment(String id, SegmentCode code) {
        return new SegmentFinding(id, 30, "2300", code, "", null, List.of(), "");
    }

    private static SegmentFinding element(ElementFinding element) {
        return new SegmentFinding("NM1", 8, "2010AA", SegmentCode.HAS_ELEMENT_ERRORS, "", null, List.of(element), "");
    }

    /** The segments between AK2 and IK5. */
    private static List<String> written(SegmentFinding... findings) {
        Answers answers = new Answers().open();
        answers.writer.groupOpened(Answers.GS);
        answers.writer.setOpened(Answers.set("0001"));
        answers.writer.setClosed(Answers.report(Answers.set("0001"), AcknowledgmentCode.R, List.of(SetCode.SEGMENTS_IN_ERROR), findings));
        answers.writer.groupClosed(Answers.report(Answers.GS, AcknowledgmentCode.R, 1, 0));
        List<String> sets = answers.close().sets(AcknowledgementKind.IMPLEMENTATION);
        assertThat(GuideCheck.faults(answers.interchange(AcknowledgementKind.IMPLEMENTATION))).isEmpty();
        return sets.subList(3, sets.size() - 3);
    }
}
