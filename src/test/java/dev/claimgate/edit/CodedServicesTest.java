package dev.claimgate.edit;

import static dev.claimgate.x12.PackedText.pack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.claim.ClaimDraft;
import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.Severity;
import dev.claimgate.finding.Suggestion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dermatology services as they are coded, judged by the shipped tables; each finding as {@code edit line: found}. */
class CodedServicesTest {
    private static final CodeTables TABLES = CodeTableDirectory.load(Path.of("conf/code-tables"));
    private static final int DAY = 20260105;

    /** Lines as {@code 11730-TA@21}: procedure, modifiers, place. */
    private static List<ClaimFinding> findings(Map<String, Severity> profile, String diagnosis, String... lines) {
        ClaimDraft draft = new ClaimDraft().place("11").diagnosis(diagnosis);
        for (String line : lines) {
            String[] place = line.split("@");
            String[] parts = place[0].split("-");
            draft.line(new ClaimDraft.Line(parts[0], Arrays.asList(parts).subList(1, parts.length), 1000, 10_000, List.of(1),
                    place.length > 1 ? place[1] : "", DAY, DAY, ""));
        }
        ClaimFindings findings = new ClaimFindings();
        new ClaimEdits(profile).codingOnly().check(draft.build(), new EditContext(TABLES, LocalDate.of(2026, 2, 1)), findings);
        return List.copyOf(findings.list());
    }

    private static List<String> found(String diagnosis, String... lines) {
        return findings(Map.of(), diagnosis, lines).stream()
                .map(finding -> finding.edit() + " " + finding.line() + ": " + finding.found()).toList();
    }

    private static List<String> changes(String diagnosis, String... lines) {
        return findings(Map.of(), diagnosis, lines).stream().flatMap(finding -> finding.suggestions().stream())
                .map(Suggestion::change).toList();
    }

    @Test
    void shouldSumRepairsOfOneComplexityAndSiteGroup() {
        assertThat(found("S0100XA", "12031", "12032")).containsExactly("ncci-pairs 1: 12031 stands beside 12032 of line 2");
        assertThat(changes("S0100XA", "12031", "12032"))
                .containsExactly("add up the lengths of both lines and bill the one code for the sum");
        assertThat(changes("S0100XA", "12001", "12001"))
                .contains("add up the lengths of both lines and bill the one code for the sum");
        assertThat(found("S0100XA", "12032", "12051-59")).isEmpty();
    }

    @Test
    void shouldCountTheDaysTotalOnceEvenWithAModifier() {
        assertThat(found("L400", "96921", "96920-59")).containsExactly("day-total 2: 96920 stands beside 96921 of line 1");
        assertThat(found("L400", "96921", "96920")).containsExactly("ncci-pairs 2: 96920 stands beside 96921 of line 1");
        assertThat(found("L400", "96922")).isEmpty();
    }

    @Test
    void shouldBillFurtherMohsStagesBesideTheFirst() {
        assertThat(found("C44311", "17311", "17312", "17315")).isEmpty();
        assertThat(found("C44311", "17312"))
                .containsExactly("add-on-primary 1: 17312 is an add-on code and stands without its primary");
        assertThat(found("C44519", "17313", "17312"))
                .containsExactly("add-on-primary 2: 17312 is an add-on code and stands without its primary");
        assertThat(found("C44519", "17313", "17314")).isEmpty();
    }

    @Test
    void shouldLeavePathologyOfMohsToTheSurgeon() {
        assertThat(found("C44311", "17311", "88305")).containsExactly("ncci-pairs 2: 88305 stands beside 17311 of line 1");
        assertThat(found("C44311", "17311", "88305-59")).isEmpty();
    }

    @Test
    void shouldIncludeTheExcisionInTissueTransfer() {
        assertThat(found("C44319", "14040", "11642")).containsExactly("ncci-pairs 2: 11642 stands beside 14040 of line 1");
        assertThat(found("C44319", "14040", "11642-59")).isEmpty();
    }

    @Test
    void shouldNameTheDigitOfANail() {
        assertThat(found("L600", "11730"))
                .containsExactly("expected-modifier 1: 11730 stands without a modifier for the digit");
        assertThat(found("L600", "11730-TA")).isEmpty();
        assertThat(found("B351", "11721", "11720")).containsExactly("ncci-pairs 2: 11720 stands beside 11721 of line 1");
    }

    @Test
    void shouldGoWithDiagnosesThatLightTreats() {
        assertThat(found("L570", "96567")).isEmpty();
        assertThat(found("L400", "96573")).containsExactly("diagnosis-family 1: 96573 points to no diagnosis of its family");
        assertThat(found("L400", "96910")).isEmpty();
        assertThat(found("L600", "96910")).containsExactly("diagnosis-family 1: 96910 points to no diagnosis of its family");
    }

    @Test
    void shouldWarnOfADrugWithoutItsNumber() {
        assertThat(found("L400", "J3301")).containsExactly("drug-number 1: J3301 stands without the national drug code");
        assertThat(found("L400", "G0127")).noneMatch(finding -> finding.startsWith("drug-number"));
    }

    @Test
    void shouldBillInAHospitalTheProfessionalComponent() {
        assertThat(found("L400", "88305@22"))
                .containsExactly("professional-part-place 1: 88305 stands without 26 on a service at place 22");
        assertThat(found("L400", "88305-26@22")).isEmpty();
        assertThat(found("L400", "88305")).isEmpty();
        assertThat(found("L570", "17000@22")).isEmpty();
    }

    @Test
    void shouldTellWhichModifierAVisitCarriesByTheGlobalDays() {
        assertThat(found("L570", "17000", "99213-25")).isEmpty();
        assertThat(found("L570", "17000", "99213-57"))
                .containsExactly("visit-modifier 2: 99213 carries 57 beside 17000 of line 1");
        assertThat(found("C44319", "14040", "99213-57")).isEmpty();
        assertThat(found("C44319", "14040", "99213-25"))
                .containsExactly("visit-modifier 2: 99213 carries 25 beside 14040 of line 1");
    }

    @Test
    void shouldJudgeTheStatusWhereAProfileAsksForIt() {
        assertThat(found("L400", "A4550")).noneMatch(finding -> finding.startsWith("procedure-status"));
        assertThat(findings(Map.of("procedure-status", Severity.WARN), "L400", "A4550"))
                .anyMatch(finding -> finding.edit().equals("procedure-status") && !finding.rejects()
                        && finding.basis().contains("A4550 status B"));
        assertThat(findings(Map.of("procedure-status", Severity.REJECT), "L570", "17000")).isEmpty();
        assertThat(TABLES.procedure(pack("17000"), DAY).indicators().status()).isEqualTo('A');
    }
}
