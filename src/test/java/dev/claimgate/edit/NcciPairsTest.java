package dev.claimgate.edit;

import static dev.claimgate.claim.ClaimSample.claim;
import static dev.claimgate.edit.EditCase.findings;
import static dev.claimgate.edit.EditCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NcciPairsTest {
    @Test
    void shouldRejectColumnTwoOfAPairThatNoModifierLifts() {
        assertThat(verdict(claim().line("17004").line("17000", "59")))
                .containsExactly("ncci-pairs line 2 SV101-2 A8:732 A8:454");
    }

    @Test
    void shouldFindThePairInEitherOrderOfLines() {
        assertThat(verdict(claim().line("17000").line("17004")))
                .containsExactly("ncci-pairs line 1 SV101-2 A8:732 A8:454");
    }

    @Test
    void shouldAskForAModifierWhereOneLiftsThePair() {
        assertThat(verdict(claim().line("11102").line("17000")))
                .containsExactly("ncci-pairs line 2 SV101-2 A8:732 A8:454 A8:453");
        assertThat(verdict(claim().line("11102").line("17000", "59"))).isEmpty();
        assertThat(verdict(claim().line("11102", "XS").line("17000"))).isEmpty();
    }

    @Test
    void shouldNotTakeAModifierThatIsNotNcciAssociated() {
        assertThat(verdict(claim().line("11102").line("17000", "51")))
                .containsExactly("ncci-pairs line 2 SV101-2 A8:732 A8:454 A8:453");
    }

    @Test
    void shouldAskForModifier25OnAVisitBesideAProcedure() {
        assertThat(verdict(claim().line("99213").line("11102")))
                .containsExactly("ncci-pairs line 1 SV101-2 A8:732 A8:454 A8:453");
        assertThat(findings(claim().line("99213").line("11102")).get(0).expected()).contains("modifier 25");
        assertThat(verdict(claim().line("99213", "25").line("11102"))).isEmpty();
    }

    @Test
    void shouldLetPairsOfDifferentDaysStand() {
        assertThat(verdict(claim().line("17004").line("17000").on(20260106))).isEmpty();
    }

    @Test
    void shouldLetPairsOfDifferentProvidersStand() {
        assertThat(verdict(claim().line("17004").line("17000").lineRenderingNpi("1245319599"))).isEmpty();
    }

    @Test
    void shouldTakeTheClaimsProviderForLinesWithoutTheirOwn() {
        assertThat(verdict(claim().renderingNpi("1245319599").line("17004").line("17000").lineRenderingNpi("1245319599")))
                .containsExactly("ncci-pairs line 2 SV101-2 A8:732 A8:454");
    }

    @Test
    void shouldReportADeniedLineOnce() {
        assertThat(verdict(claim().line("11102").line("11106").line("11104")))
                .containsExactly("ncci-pairs line 1 SV101-2 A8:732 A8:454", "ncci-pairs line 3 SV101-2 A8:732 A8:454");
    }
}
