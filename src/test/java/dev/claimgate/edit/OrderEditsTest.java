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

/** Advice on the order of lines and modifiers, and 51 for payers that want it. */
class OrderEditsTest {
    @Test
    void shouldAdviseTheLargestRelativeValueFirst() {
        ClaimFinding finding = EditCase.findings(claim().line("17000", "59").line("11102")).get(0);
        assertThat(finding.edit()).isEqualTo("line-order");
        assertThat(finding.severity()).isEqualTo(Severity.WARN);
        assertThat(finding.found()).isEqualTo("11102 (2.96) stands behind 17000 (2.05) of line 1");
        assertThat(finding.basis()).endsWith("11102 non-facility total 2.96");
        assertThat(finding.suggestions()).singleElement()
                .satisfies(each -> assertThat(each.change()).isEqualTo("send these lines in the order 2, 1"));
        assertThat(verdict(claim().line("11102").line("17000", "59"))).isEmpty();
    }

    @Test
    void shouldRankByTheSettingOfTheService() {
        assertThat(verdict(claim().place("22").line("11102").line("17000", "59")))
                .containsExactly("line-order line 2 SV101 A8:454");
        assertThat(verdict(claim().place("22").line("17000", "59").line("11102"))).isEmpty();
    }

    @Test
    void shouldRankOnlyLinesThatAreReducedBesideEachOther() {
        assertThat(verdict(claim().line("99213", "25").line("11102").line("17003").line("17000", "59")))
                .containsExactly("add-on-order line 3 SV101-2 A8:454");
        assertThat(verdict(claim().line("17000").line("11102").on(20260106))).isEmpty();
        assertThat(verdict(claim().line("17000", "59").line("11102").lineRenderingNpi("1245319599"))).isEmpty();
    }

    @Test
    void shouldNotOrderLinesOfWhichOneIsToGo() {
        assertThat(verdict(claim().line("11102").line("11104"))).containsExactly("ncci-pairs line 1 SV101-2 A8:732 A8:454");
    }

    @Test
    void shouldAdviseAnAddOnBehindItsPrimary() {
        assertThat(verdict(claim().line("11103").line("11102"))).containsExactly("add-on-order line 1 SV101-2 A8:454");
        assertThat(verdict(claim().line("11102").line("11103"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"11750, TA, 59", "11750, TA, 51", "88305, 59, 26", "11750, 51, 59", "17110, GA, 22"})
    void shouldAdviseTheModifierThatDecidesFirst(String procedure, String first, String second) {
        assertThat(verdict(claim().diagnoses("L821").line(procedure, first, second)))
                .contains("modifier-order line 1 SV101-4 A8:453");
        assertThat(verdict(claim().diagnoses("L821").line(procedure, second, first)))
                .noneMatch(finding -> finding.startsWith("modifier-order"));
    }

    @Test
    void shouldLetModifiersOfTheGlobalPackageStandOnEitherSideOfThePrice() {
        assertThat(verdict(claim().line("15756", "80", "58"))).noneMatch(finding -> finding.startsWith("modifier-order"));
        assertThat(verdict(claim().line("15756", "58", "80"))).noneMatch(finding -> finding.startsWith("modifier-order"));
    }

    @Test
    void shouldWantModifier51OnFurtherProceduresOnlyWhereThePayerDoes() {
        assertThat(verdict(claim().line("11102").line("17000", "59"))).isEmpty();
        assertThat(wanting(claim().line("11102").line("17000", "59"))).containsExactly(
                "2: 17000 stands second to 11102 of line 1 without 51");
        assertThat(wanting(claim().line("11102", "51").line("17000", "59", "51"))).containsExactly(
                "1: 11102 carries 51 although no procedure of the day ranks before it");
        assertThat(wanting(claim().line("11102").line("17000", "59", "51").line("11103").line("99213", "25"))).isEmpty();
    }

    private static List<String> wanting(ClaimSample sample) {
        ClaimFindings findings = new ClaimFindings();
        new ClaimEdits(Map.of("multiple-procedure", Severity.WARN)).check(sample.build(), EditCase.context(), findings);
        return findings.list().stream().map(finding -> finding.line() + ": " + finding.found()).toList();
    }
}
