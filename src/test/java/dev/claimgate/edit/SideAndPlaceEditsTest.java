package dev.claimgate.edit;

import static dev.claimgate.claim.ClaimSample.claim;
import static dev.claimgate.edit.EditCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.claim.ClaimSample;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sides and sites of diagnoses, places of visits, and who has a procedure. */
class SideAndPlaceEditsTest {
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"11600, LT, C44612", "11640, E1, C43111", "11600, RT, C4362", "11750, TA, L03031", "11400, LT, D2261"})
    void shouldWarnOfAModifierOfTheOtherSide(String procedure, String modifier, String diagnosis) {
        assertThat(verdict(claim().diagnoses(diagnosis).line(procedure, modifier)))
                .contains("diagnosis-side line 1 SV101-3 A8:488 A8:453");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"11600, RT, C44612", "11640, E3, C43111", "11600, LT, C4362", "11750, T5, L03031", "11600, LT, C44519",
        "11600, LT, C4360", "11600, 59, C44612"})
    void shouldLetAModifierOfThatSideStand(String procedure, String modifier, String diagnosis) {
        assertThat(verdict(claim().diagnoses(diagnosis).line(procedure, modifier)))
                .noneMatch(finding -> finding.startsWith("diagnosis-side"));
    }

    @Test
    void shouldAcceptALineThatPointsToBothSides() {
        assertThat(verdict(claim().diagnoses("C44612", "C44619").line("11600", "LT").pointers(1, 2))).isEmpty();
    }

    @ParameterizedTest(name = "{0} with {1} leaves the {2} open")
    @CsvSource({"11400, D229, site", "11600, C4490, site", "11600, C44601, side", "11640, C4310, side", "17262, D0360, side"})
    void shouldAdviseADiagnosisAsSpecificAsTheProcedure(String procedure, String diagnosis, String what) {
        assertThat(EditCase.findings(claim().diagnoses(diagnosis).line(procedure)))
                .anySatisfy(finding -> {
                    assertThat(finding.edit()).isEqualTo("diagnosis-specific");
                    assertThat(finding.expected()).isEqualTo("the diagnosis of the " + what);
                });
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({"11400, D225", "11400, D228", "11102, D229", "11600, C44519"})
    void shouldNotAskForMoreThanTheProcedureTells(String procedure, String diagnosis) {
        assertThat(verdict(claim().diagnoses(diagnosis).line(procedure)))
                .noneMatch(finding -> finding.startsWith("diagnosis-specific"));
    }

    @Test
    void shouldDoubtUncertainBehaviorBeforePathology() {
        assertThat(verdict(claim().diagnoses("D485").line("11102")))
                .containsExactly("unconfirmed-diagnosis line 1 SV107 A8:488");
        assertThat(verdict(claim().diagnoses("D485").line("11102").line("88305"))).isEmpty();
        assertThat(verdict(claim().diagnoses("D485").line("11400"))).isEmpty();
        assertThat(verdict(claim().diagnoses("D492").line("11102"))).isEmpty();
    }

    @Test
    void shouldAskWhyAKeratosisIsRemovedOnlyWhereThePayerDoes() {
        assertThat(verdict(claim().diagnoses("L821").line("17110"))).isEmpty();
        assertThat(asking(claim().diagnoses("L821").line("17110"))).containsExactly("cosmetic-removal");
        assertThat(asking(claim().diagnoses("L821", "L299").line("17110").pointers(1, 2))).isEmpty();
        assertThat(asking(claim().diagnoses("L821").line("17110", "GY"))).isEmpty();
    }

    @Test
    void shouldWarnOfAProcedureByTelehealth() {
        assertThat(verdict(claim().place("10").line("17000"))).containsExactly("telehealth-procedure line 1 SV105 A8:249 A8:454");
        assertThat(verdict(claim().line("17000").linePlace("02"))).contains("telehealth-procedure line 1 SV105 A8:249 A8:454");
        assertThat(verdict(claim().place("10").line("99213"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} at place {1}")
    @CsvSource({"99222, 11", "99213, 21", "99283, 11", "99309, 22", "99348, 11"})
    void shouldWarnOfAVisitAtAPlaceOfOtherVisits(String procedure, String place) {
        assertThat(verdict(claim().place(place).line(procedure)))
                .contains("procedure-place line 1 SV101-2 A8:249 A8:454");
    }

    @ParameterizedTest(name = "{0} at place {1}")
    @CsvSource({"99222, 21", "99213, 22", "99213, 10", "99283, 23", "99309, 31", "99348, 12", "99213, 11"})
    void shouldAcceptAVisitAtItsPlace(String procedure, String place) {
        assertThat(verdict(claim().place(place).line(procedure)))
                .noneMatch(finding -> finding.startsWith("procedure-place"));
    }

    @Test
    void shouldWarnOfAProcedureOutsideThePatientsAge() {
        String fault = "procedure-patient line 1 SV101-2 A8:454";
        assertThat(verdict(claim().patientBorn(19600101).line("99385"))).contains(fault);
        assertThat(verdict(claim().patientBorn(19960101).line("99385"))).doesNotContain(fault);
        assertThat(verdict(claim().patientBorn(0).line("99385"))).doesNotContain(fault);
        assertThat(verdict(claim().patientBorn(19600101).line("99213"))).isEmpty();
    }

    private static List<String> asking(ClaimSample sample) {
        ClaimFindings findings = new ClaimFindings();
        new ClaimEdits(Map.of("cosmetic-removal", Severity.WARN)).check(sample.build(), EditCase.context(), findings);
        return findings.list().stream().map(ClaimFinding::edit).toList();
    }
}
