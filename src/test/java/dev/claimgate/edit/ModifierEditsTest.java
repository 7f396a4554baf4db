package dev.claimgate.edit;

import static dev.claimgate.claim.ClaimSample.claim;
import static dev.claimgate.edit.EditCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModifierEditsTest {
    @Test
    void shouldRejectUnknownModifiers() {
        assertThat(verdict(claim().line("11102", "ZQ"))).containsExactly("modifier-codes line 1 SV101-3 A7:453");
    }

    @Test
    void shouldRejectRepeatedModifiers() {
        assertThat(verdict(claim().line("11102", "59", "59"))).containsExactly("modifier-codes line 1 SV101-4 A7:453");
    }

    @ParameterizedTest(name = "{1} does not go with {0}")
    @CsvSource({"11102, 25", "11102, 57", "17000, 24", "99213, 59", "99213, XS", "99213, 52", "99213, 26", "11102, TC",
        "88305, 62", "11102, 50", "11300, 50", "99213, 76", "99213, 79", "17000, P3", "99213, QZ", "11102, JW",
        "11102, 54", "17000, 66", "11400, 80", "11400, AS", "17000, 91"})
    void shouldRejectAModifierThatDoesNotFit(String procedure, String modifier) {
        assertThat(verdict(claim().line(procedure, modifier)))
                .containsExactly("modifier-fit line 1 SV101-3 A8:453 A8:454");
    }

    @ParameterizedTest(name = "{1} goes with {0}")
    @CsvSource({"99213, 25", "99213, 57", "92012, 24", "11102, 59", "17000, XS", "88305, 26", "88305, TC", "11450, 50",
        "17000, 55", "14000, 54", "17000, 79", "11102, 76", "15756, 62", "15756, 80", "87070, 91", "11102, 51", "G0402, 25"})
    void shouldAcceptAModifierThatFits(String procedure, String modifier) {
        assertThat(verdict(claim().line(procedure, modifier))).isEmpty();
    }

    @Test
    void shouldNotTakeModifier51OnAddOns() {
        assertThat(verdict(claim().line("11102").line("11103", "51")))
                .containsExactly("modifier-fit line 2 SV101-3 A8:453 A8:454");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"11450, LT, RT", "11450, 50, LT", "88305, 26, TC", "11102, 59, XS", "17110, GA, GZ", "17110, GY, GZ",
        "87070, 59, 91", "17110, 76, 77", "17110, 52, 53", "17110, GA, GX", "99213, 93, 95"})
    void shouldRejectModifiersThatExcludeEachOther(String procedure, String first, String second) {
        assertThat(verdict(claim().diagnoses("L821").line(procedure, first, second)))
                .contains("modifier-conflicts line 1 SV101-4 A8:453").noneMatch(finding -> finding.startsWith("modifier-fit"));
    }

    @Test
    void shouldAcceptModifiersThatGoTogether() {
        assertThat(verdict(claim().line("11750", "59", "TA"))).isEmpty();
    }

    @Test
    void shouldTakeModifiersOfAnesthesiaOnAnesthesia() {
        assertThat(verdict(claim().line("00300", "AA", "P3").minutes(45))).isEmpty();
    }

    @Test
    void shouldWantOneUnitForBothSides() {
        assertThat(verdict(claim().diagnoses("L732").line("11450", "50").units(2)))
                .contains("bilateral-units line 1 SV104 A8:476 A8:453");
        assertThat(verdict(claim().diagnoses("L732").line("11450", "50"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"11450, 22", "12037, 80", "12047, 62"})
    void shouldAskForDocumentsWhereTheScheduleDoes(String procedure, String modifier) {
        assertThat(verdict(claim().diagnoses("L732").line(procedure, modifier)))
                .contains("surgeon-documents line 1 SV101 A8:453 A8:454");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"15756, 80", "15756, 62", "11450, 58"})
    void shouldAskForNoneElsewhere(String procedure, String modifier) {
        assertThat(verdict(claim().diagnoses("L732").line(procedure, modifier)))
                .noneMatch(finding -> finding.startsWith("surgeon-documents"));
    }

    @Test
    void shouldWantTheOutsideLaboratoryNamed() {
        String fault = "outside-laboratory line 1 SV101-3 A8:453";
        assertThat(verdict(claim().line("87070", "90"))).contains(fault);
        assertThat(verdict(claim().facilityNpi("1245319599").line("87070", "90"))).doesNotContain(fault);
    }

    @Test
    void shouldNotJudgeTheFitOnCodesOffTheFeeSchedule() {
        assertThat(verdict(claim().line("0001U", "26"))).isEmpty();
    }
}
