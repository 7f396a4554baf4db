package dev.claimgate.edit;

import static dev.claimgate.claim.ClaimSample.claim;
import static dev.claimgate.edit.EditCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.ClaimFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DermatologyEditsTest {
    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({"17000, L821", "17004, D225", "11600, D225", "17311, L570", "17262, D485", "11200, L821", "96920, L209",
        "11400, C44519", "17110, L570", "17111, D0461"})
    void shouldNoteADiagnosisOfAnotherFamily(String procedure, String diagnosis) {
        assertThat(verdict(claim().diagnoses(diagnosis).line(procedure)))
                .containsExactly("diagnosis-family line 1 SV107 A8:488");
        assertThat(EditCase.findings(claim().diagnoses(diagnosis).line(procedure))).noneMatch(ClaimFinding::rejects);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({"17000, L570", "11600, C44519", "17311, C44311", "17262, D0461", "11200, L918", "96920, L400", "11400, D225",
        "17110, B079", "12032, S41111A", "11102, D492"})
    void shouldAcceptADiagnosisOfTheFamily(String procedure, String diagnosis) {
        assertThat(verdict(claim().diagnoses(diagnosis).line(procedure))).isEmpty();
    }

    @Test
    void shouldAcceptALineOfWhichOneDiagnosisFits() {
        assertThat(verdict(claim().diagnoses("L821", "L570").line("17000").pointers(1, 2))).isEmpty();
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({"11640, C44519, bill 11600 instead of 11640", "11603, C44319, bill 11643 instead of 11603",
        "11421, D225, bill 11401 instead of 11421", "17281, C4441, bill 17271 instead of 17281"})
    void shouldSuggestTheCodeOfTheSite(String procedure, String diagnosis, String change) {
        ClaimFinding finding = EditCase.findings(claim().diagnoses(diagnosis).line(procedure)).get(0);
        assertThat(finding.edit()).isEqualTo("diagnosis-site");
        assertThat(finding.suggestions()).singleElement().satisfies(each -> assertThat(each.change()).isEqualTo(change));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({"11600, C44519", "11620, C4441", "11640, C44319", "11600, C4490", "11600, C44612", "11620, C44612",
        "11402, L720"})
    void shouldAcceptASiteOfTheCodeOrOneThatIsNotNamed(String procedure, String diagnosis) {
        assertThat(verdict(claim().diagnoses(diagnosis).line(procedure)))
                .noneMatch(finding -> finding.startsWith("diagnosis-site"));
    }

    @Test
    void shouldNoteAVisitOfANewPatientWithoutModifierBesideAProcedure() {
        assertThat(verdict(claim().line("99203").line("11102")))
                .containsExactly("visit-modifier line 1 SV101-3 A8:453 A8:454");
        assertThat(verdict(claim().line("99203", "25").line("11102"))).isEmpty();
        assertThat(verdict(claim().line("99203").line("88305"))).isEmpty();
    }

    @Test
    void shouldNoteALineThatRepeatsAnother() {
        assertThat(verdict(claim().line("17250").line("17250")))
                .containsExactly("repeated-lines line 2 SV101 A8:453 A8:454");
        assertThat(verdict(claim().line("17250").line("17250", "76"))).isEmpty();
        assertThat(verdict(claim().line("17250").line("17250").on(20260106))).isEmpty();
    }

    @Test
    void shouldRejectTheTechnicalPartInAHospital() {
        assertThat(verdict(claim().place("22").line("88305", "TC")))
                .containsExactly("technical-part-place line 1 SV101 A8:453 A8:249");
        assertThat(verdict(claim().place("22").line("88305", "TC").linePlace("11"))).isEmpty();
    }

    @Test
    void shouldNoteTelehealthAtAnotherPlace() {
        assertThat(verdict(claim().line("99213", "95")))
                .containsExactly("telehealth-place line 1 SV101 A8:453 A8:249");
        assertThat(verdict(claim().place("10").line("99213", "95"))).isEmpty();
    }

    @Test
    void shouldNoteADiagnosisOutsideThePatientsAge() {
        assertThat(verdict(claim().patientBorn(19300101).diagnoses("O039").line("99213")))
                .containsExactly("diagnosis-patient line 0 HI01-2 A8:255");
        assertThat(verdict(claim().patientBorn(19900101).diagnoses("O039").line("99213"))).isEmpty();
    }
}
