package dev.claimgate.ack;

import static dev.claimgate.ack.AcknowledgementKind.CLAIM;
import static dev.claimgate.claim.ClaimSample.claim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.claim.ClaimSample;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.Interchange837;
import dev.claimgate.validation.SetReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimAcknowledgementTest {
    private static final ClaimFinding PROVIDER = new ClaimFinding("npi-check-digit", Severity.REJECT, 0, "2010AA", 7, "NM109",
            List.of(ClaimStatus.of("A7:562:85")), "found", "expected");

    @Test
    void shouldAnswerAnAcceptedSetClaimByClaim() {
        Answers answers = Answers.to(Interchange837.clean().text());

        assertThat(answers.interchange(CLAIM)).containsExactly(
                "ISA*00*          *00*          *ZZ*CLAIMGATE      *ZZ*NORTHSIDE      *261123*1200*^*00501*000000042*0*T*:",
                "GS*HN*CLAIMGATE*NORTHSIDE*20261123*1200*42*X*005010X214",
                "ST*277*0001*005010X214",
                "BHT*0085*08*TRACK-1-1-1*20261123*1200*TH",
                "HL*1**20*1",
                "NM1*AY*2*CLAIMGATE*****46*CLAIMGATE",
                "TRN*1*TRACK-1",
                "DTP*050*D8*20261122",
                "DTP*009*D8*20261123",
                "HL*2*1*21*1",
                "NM1*41*2*NORTHSIDE DERMATOLOGY*****46*NORTHSIDE",
                "TRN*2*BATCH-1",
                "STC*A1:19:AY*20261123*WQ*150",
                "QTY*90*1",
                "AMT*YU*150",
                "HL*3*2*19*1",
                "NM1*85*2*NORTHSIDE DERMATOLOGY*****XX*1234567893",
                "TRN*1*TRACK-1-1-1-1",
                "STC*A1:19:AY**WQ*150",
                "QTY*QA*1",
                "AMT*YU*150",
                "HL*4*3*PT",
                "NM1*QC*1*DOE*JANE****MI*W123456789",
                "TRN*2*ACCT-1",
                "STC*A1:19:40*20261123*WQ*150",
                "DTP*472*D8*20261110",
                "SE*25*0001",
                "GE*1*42",
                "IEA*1*000000042");
        assertThat(GuideCheck.faults(answers.interchange(CLAIM))).isEmpty();
    }

    @Test
    void shouldOpenALevelForEachProviderAndNameTheDependent() {
        List<String> set = answerAll(
                sample("C-1").provider(1, "NORTH").line("17000"),
                sample("C-2").provider(1, "NORTH").dependent("ROE", "TIM").line("17000").lineCharge(2550),
                sample("C-3").provider(2, "SOUTH").line("17000"));

        assertThat(starting(set, "HL", "QTY", "AMT", "NM1*QC", "NM1*85", "TRN*2")).containsExactly(
                "HL*1**20*1", "HL*2*1*21*1", "TRN*2*BATCH-1", "QTY*90*3", "AMT*YU*225.5",
                "HL*3*2*19*1", "NM1*85*2*NORTH*****XX*1234567893", "QTY*QA*2", "AMT*YU*125.5",
                "HL*4*3*PT", "NM1*QC*1*ROE*JANE****MI*W1", "TRN*2*C-1",
                "HL*5*3*PT", "NM1*QC*1*ROE*TIM****MI*W1", "TRN*2*C-2",
                "HL*6*2*19*1", "NM1*85*2*SOUTH*****XX*1234567893", "QTY*QA*1", "AMT*YU*100",
                "HL*7*6*PT", "NM1*QC*1*ROE*JANE****MI*W1", "TRN*2*C-3");
    }

    @Test
    void shouldGiveEachFindingOfTheClaimAStatusSegment() {
        List<String> set = answer(sample("C-1").intermediaryNumber("VAN-9").line("17000"),
                finding(Severity.REJECT, 0, "A8:400", "A8:178"), finding(Severity.REJECT, 0, "A7:562:85"),
                finding(Severity.REJECT, 0, "A7:562:85"), finding(Severity.WARN, 0, "A7:249"));

        assertThat(after(set, "TRN*2*C-1")).containsExactly(
                "STC*A8:400*20261123*U*100******A8:178", "STC*A7:562:85*20261123*U*100", "REF*D9*VAN-9",
                "DTP*472*D8*20260105");
        assertThat(starting(set, "QTY", "AMT")).containsExactly("QTY*AA*1", "AMT*YY*100", "QTY*QC*1", "AMT*YY*100");
    }

    @Test
    void shouldTellAFaultOfALineAtThatLine() {
        List<String> set = answer(sample("C-1").line("17000", "59").lineControlNumber("LINE-A").units(2)
                        .line("17003").line("11042").on(20260105, 20260107).lineCharge(1234),
                finding(Severity.REJECT, 1, "A8:732", "A8:454", "A8:453"), finding(Severity.REJECT, 1, "A7:507"),
                finding(Severity.WARN, 2, "A7:507"), finding(Severity.REJECT, 3, "A7:507"));

        assertThat(after(set, "TRN*2*C-1")).containsExactly(
                "STC*A3:247*20261123*U*212.34", "DTP*472*RD8*20260105-20260107",
                "SVC*HC:17000:59*100*****2", "STC*A8:732*20261123*U*******A8:454*A8:453", "REF*FJ*LINE-A", "DTP*472*D8*20260105",
                "SVC*HC:11042*12.34*****1", "STC*A7:507*20261123*U", "REF*FJ*3", "DTP*472*RD8*20260105-20260107");
    }

    @Test
    void shouldRejectAProviderAsAWholeWhenItsClaimsHaveNoFaultOfTheirOwn() {
        List<String> set = answerProviders(List.of(PROVIDER), List.of(PROVIDER), List.of());

        assertThat(starting(set, "HL", "STC", "QTY", "AMT", "TRN*2*C", "SE")).containsExactly(
                "HL*1**20*1", "HL*2*1*21*1", "STC*A1:19:AY*20261123*WQ*300", "QTY*90*1", "QTY*AA*2", "AMT*YU*100", "AMT*YY*200",
                "HL*3*2*19*0", "STC*A7:562:85**U*200", "QTY*QC*2", "AMT*YY*200",
                "HL*4*2*19*1", "STC*A1:19:AY**WQ*100", "QTY*QA*1", "AMT*YU*100",
                "HL*5*4*PT", "TRN*2*C-3", "STC*A1:19:40*20261123*WQ*100", "SE*33*0001");
    }

    @Test
    void shouldAnswerClaimByClaimWhenOneHasAFaultBesideThatOfTheProvider() {
        List<String> set = answerProviders(List.of(PROVIDER),
                List.of(PROVIDER, finding(Severity.REJECT, 1, "A7:507")), List.of());

        assertThat(starting(set, "HL*3", "TRN*2*C", "STC*A7", "STC*A3")).containsExactly("HL*3*2*19*1", "TRN*2*C-1",
                "STC*A7:562:85*20261123*U*100", "TRN*2*C-2", "STC*A7:562:85*20261123*U*100", "STC*A3:247*20261123*U*100",
                "STC*A7:507*20261123*U", "TRN*2*C-3");
    }

    @Test
    void shouldEndAfterTheReceiverWhenTheBatchWasSentBefore() {
        Answers answers = new Answers().open();
        openSet(answers, "0001");
        answers.writer.claim(sample("C-1").line("17000").build(), List.of(finding(Severity.REJECT, 0, "A3:746")), false);
        answers.writer.setClosed(new SetReport(Answers.set("0001"), "BATCH-1", AcknowledgmentCode.A, List.of(), List.of(), 0,
                100, 1, 0, 10_000, 0, true));
        answers.writer.groupClosed(Answers.report(Answers.GS, AcknowledgmentCode.A, 1, 1));

        assertThat(starting(answers.close().sets(CLAIM), "HL", "TRN*2", "STC", "QTY", "AMT", "SE")).containsExactly(
                "HL*1**20*1", "HL*2*1*21*0", "TRN*2*BATCH-1", "STC*A3:746*20261123*U*100", "QTY*AA*1", "AMT*YY*100",
                "SE*14*0001");
        assertThat(GuideCheck.faults(answers.interchange(CLAIM))).isEmpty();
    }

    @Test
    void shouldPointToThe999WhenAClaimFailedForItsStructure() {
        Answers answers = new Answers().open();
        openSet(answers, "0001");
        answers.writer.claim(sample("C-1").line("17000").build(), List.of(), false);

        assertThat(closed(answers, AcknowledgmentCode.E)).contains("STC*A3:684*20261123*U*100");
    }

    @Test
    void shouldAcceptWarningsWithoutAWord() {
        List<String> set = answer(sample("C-1").line("17000"), finding(Severity.WARN, 1, "A7:507"));

        assertThat(after(set, "TRN*2*C-1")).containsExactly("STC*A1:19:40*20261123*WQ*100", "DTP*472*D8*20260105");
    }

    @Test
    void shouldStayLegalWhenNamesAndIdsAreMissing() {
        Answers answers = new Answers().open();
        openSet(answers, "0001");
        answers.writer.claim(claim().patientControlNumber("").billingNpi("").billingIdQualifier("").build(), List.of(), true);
        List<String> set = closed(answers, AcknowledgmentCode.A);

        assertThat(starting(set, "NM1", "TRN*2", "DTP*472")).containsExactly("NM1*AY*2*CLAIMGATE*****46*CLAIMGATE",
                "NM1*41*2*UNKNOWN*****46*NORTH-APP", "TRN*2*BATCH-1", "NM1*85*2*UNKNOWN*****FI*UNKNOWN",
                "NM1*QC*1*UNKNOWN*****MI*UNKNOWN", "TRN*2*0", "DTP*472*D8*20261123");
    }

    @Test
    void shouldNameAProviderWithoutNpiByItsTaxId() {
        List<String> set = answer(
                sample("C-1").billingNpi("").billingIdQualifier("").providerTaxId("123456789").line("17000"));

        assertThat(starting(set, "NM1*85")).containsExactly("NM1*85*2*NORTH*****FI*123456789");
    }

    @Test
    void shouldEndAfterTheReceiverWhenThereIsNoClaim() {
        Answers answers = new Answers().open();
        openSet(answers, "0001");

        assertThat(starting(closed(answers, AcknowledgmentCode.A), "HL", "STC", "QTY", "SE"))
                .containsExactly("HL*1**20*1", "HL*2*1*21*0", "STC*A1:19:AY*20261123*WQ*0", "SE*12*0001");
    }

    @Test
    void shouldSpeakAsAPayer() {
        Answers answers = new Answers(new AcknowledgementSettings(InformationSource.PAYER, "EVERGREEN", "PI", "60054", "T", 4096, 9));
        answers.open();
        openSet(answers, "0001");
        answers.writer.claim(sample("C-1").line("17000").build(), List.of(), true);

        assertThat(starting(closed(answers, AcknowledgmentCode.A), "NM1*PR", "STC")).containsExactly(
                "NM1*PR*2*EVERGREEN*****PI*60054", "STC*A1:19:PR*20261123*WQ*100", "STC*A1:19:PR**WQ*100", "STC*A2:20*20261123*WQ*100");
    }

    @Test
    void shouldDropARejectedSetAndNumberTheOthersWithoutAGap() {
        Answers answers = new Answers().open();
        answers.writer.groupOpened(Answers.GS);
        set(answers, "0001", AcknowledgmentCode.A, "C-1");
        set(answers, "0002", AcknowledgmentCode.R, "C-2");
        set(answers, "0003", AcknowledgmentCode.A, "C-3");
        answers.writer.groupClosed(Answers.report(Answers.GS, AcknowledgmentCode.P, 3, 2));

        List<String> sets = answers.close().sets(CLAIM);
        assertThat(starting(sets, "ST*", "TRN*2*C", "SE")).containsExactly("ST*277*0001*005010X214", "TRN*2*C-1", "SE*25*0001",
                "ST*277*0002*005010X214", "TRN*2*C-3", "SE*25*0002");
        assertThat(answers.interchange(CLAIM)).contains("GE*2*42");
        assertThat(GuideCheck.faults(answers.interchange(CLAIM))).isEmpty();
    }

    @Test
    void shouldDropTheSetsOfAGroupThatIsRejectedInTheEnd() {
        Answers answers = new Answers().open();
        answers.writer.groupOpened(Answers.GS);
        set(answers, "0001", AcknowledgmentCode.A, "C-1");
        answers.writer.groupClosed(Answers.report(Answers.GS, AcknowledgmentCode.R, 1, 0));

        assertThat(answers.close().kinds()).containsExactly(AcknowledgementKind.IMPLEMENTATION);
    }

    @Test
    void shouldForgetAnInterchangeThatWasGivenUp() {
        Answers answers = new Answers().open();
        answers.writer.groupOpened(Answers.GS);
        set(answers, "0001", AcknowledgmentCode.A, "C-1");
        answers.writer.close();
        answers.open().close();

        assertThat(answers.kinds()).isEmpty();
    }

    @Test
    void shouldWriteTheSameWhetherInMemoryOrInAFile() {
        assertThat(many(1024)).isEqualTo(many(64 << 20)).hasSizeGreaterThan(30_000);
    }

    private static List<String> many(int memoryBytesMax) {
        Answers answers = new Answers(new AcknowledgementSettings(InformationSource.CLEARINGHOUSE, "CLAIMGATE", "46", "CLAIMGATE",
                "T", memoryBytesMax, 9));
        answers.open();
        openSet(answers, "0001");
        for (int i = 0; i < 6000; i++) {
            answers.writer.claim(sample("C-" + i).provider(1 + i / 2500, "NORTH").line("17000").build(), List.of(), true);
        }
        return closed(answers, AcknowledgmentCode.A);
    }

    private static ClaimSample sample(String number) {
        return claim().patientControlNumber(number).submitter("NORTHSIDE", "NS01").provider(1, "NORTH").subscriber("ROE", "JANE", "W1");
    }

    private static ClaimFinding finding(Severity severity, int line, String... statuses) {
        return new ClaimFinding("test-edit", severity, line, "2300", 20, "CLM01",
                Arrays.stream(statuses).map(ClaimStatus::of).toList(), "found", "expected");
    }

    private static List<String> answer(ClaimSample sample, ClaimFinding... findings) {
        Answers answers = new Answers().open();
        openSet(answers, "0001");
        List<ClaimFinding> list = List.of(findings);
        answers.writer.claim(sample.build(), list, list.stream().noneMatch(ClaimFinding::rejects));
        return closed(answers, AcknowledgmentCode.A);
    }

    /** Two claims of one provider and one of another. */
    private static List<String> answerProviders(List<ClaimFinding> first, List<ClaimFinding> second, List<ClaimFinding> third) {
        Answers answers = new Answers().open();
        openSet(answers, "0001");
        answers.writer.claim(sample("C-1").line("17000").build(), first, first.isEmpty());
        answers.writer.claim(sample("C-2").line("17000").build(), second, second.isEmpty());
        answers.writer.claim(sample("C-3").provider(2, "SOUTH").line("17000").build(), third, third.isEmpty());
        return closed(answers, AcknowledgmentCode.A);
    }

    private static List<String> answerAll(ClaimSample... samples) {
        Answers answers = new Answers().open();
        openSet(answers, "0001");
        for (ClaimSample sample : samples) {
            answers.writer.claim(sample.build(), List.of(), true);
        }
        return closed(answers, AcknowledgmentCode.A);
    }

    private static void openSet(Answers answers, String number) {
        answers.writer.groupOpened(Answers.GS);
        answers.writer.setOpened(Answers.set(number));
    }

    private static List<String> closed(Answers answers, AcknowledgmentCode code) {
        answers.writer.setClosed(Answers.report(Answers.set("0001"), code, List.of()));
        answers.writer.groupClosed(Answers.report(Answers.GS, code, 1, 1));
        List<String> sets = answers.close().sets(CLAIM);
        assertThat(GuideCheck.faults(answers.interchange(CLAIM))).isEmpty();
        return sets;
    }

    private static void set(Answers answers, String number, AcknowledgmentCode code, String claim) {
        answers.writer.setOpened(Answers.set(number));
        answers.writer.claim(sample(claim).line("17000").build(), List.of(), true);
        SetReport report = Answers.report(Answers.set(number), code, List.of());
        answers.writer.setClosed(report);
    }

    private static List<String> starting(List<String> segments, String... starts) {
        return segments.stream().filter(s -> Arrays.stream(starts).anyMatch(s::startsWith)).toList();
    }

    /** What follows a segment, up to the end of its set. */
    private static List<String> after(List<String> segments, String segment) {
        List<String> rest = new ArrayList<>(segments.subList(segments.indexOf(segment) + 1, segments.size()));
        rest.removeIf(s -> s.startsWith("SE*"));
        return rest;
    }
}
