package dev.claimgate.edit;

import static dev.claimgate.claim.ClaimSample.claim;
import static dev.claimgate.edit.EditCase.findings;
import static dev.claimgate.edit.EditCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.claim.ClaimSample;
import dev.claimgate.finding.ClaimFinding;
import org.junit.jupiter.api.Test;

/** Balance, dates, place of service, diagnoses and pointers. */
class ClaimFactsTest {
    @Test
    void shouldRejectAClaimThatIsNotTheSumOfItsLines() {
        assertThat(verdict(claim().charge(19_999).line("11102").line("17000", "59")))
                .containsExactly("claim-balance line 0 CLM02 A8:400 A8:178");
        assertThat(verdict(claim().charge(20_000).line("11102").line("17000", "59"))).isEmpty();
    }

    @Test
    void shouldSayWhereAndWhatWouldBeRight() {
        ClaimFinding finding = findings(claim().charge(19_999).line("11102")).get(0);

        assertThat(finding.loop()).isEqualTo("2300");
        assertThat(finding.position()).isEqualTo(ClaimSample.CLAIM_POSITION);
        assertThat(finding.found()).isEqualTo("the claim charges 199.99");
        assertThat(finding.expected()).isEqualTo("its lines add up to 100.00");
    }

    @Test
    void shouldRejectAServiceThatEndsBeforeItBegins() {
        assertThat(verdict(claim().line("11102").on(20260105, 20260104)))
                .containsExactly("service-dates line 1 DTP03 A7:187");
    }

    @Test
    void shouldRejectAServiceAfterTheDayOfReceipt() {
        assertThat(verdict(claim().line("11102").on(20260202)))
                .containsExactly("service-dates line 1 DTP03 A7:510 A7:187");
        assertThat(verdict(claim().line("11102").on(20260201))).isEmpty();
    }

    @Test
    void shouldRejectAPatientBornAfterTheService() {
        assertThat(verdict(claim().patientBorn(20260106).line("11102")))
                .containsExactly("birth-before-service line 0 DMG02 A8:158:IL A8:187");
        assertThat(verdict(claim().dependentBorn(20260106).line("11102")))
                .containsExactly("birth-before-service line 0 DMG02 A8:158:QC A8:187");
        assertThat(verdict(claim().dependentBorn(20260105).line("11102"))).isEmpty();
    }

    @Test
    void shouldRejectAPlaceThatIsNotAssigned() {
        assertThat(verdict(claim().place("29").line("11102"))).containsExactly("place-of-service line 0 CLM05-1 A7:249");
        assertThat(verdict(claim().line("11102").linePlace("98"))).containsExactly("place-of-service line 1 SV105 A7:249");
        assertThat(verdict(claim().place("22").line("11102").linePlace("24"))).isEmpty();
    }

    @Test
    void shouldRejectAPlaceThatDidNotExistYet() {
        assertThat(verdict(claim().place("27").line("11102").on(20230930)))
                .containsExactly("place-of-service line 0 CLM05-1 A7:249");
    }

    @Test
    void shouldRejectPointersBeyondTheDiagnosesOfTheClaim() {
        assertThat(verdict(claim().line("11102").pointers(2))).containsExactly("diagnosis-pointers line 1 SV107-1 A7:477");
        assertThat(verdict(claim().line("11102").pointers(1, 0)))
                .containsExactly("diagnosis-pointers line 1 SV107-2 A7:477");
        assertThat(verdict(claim().line("11102").pointers(-1))).containsExactly("diagnosis-pointers line 1 SV107-1 A7:477");
        assertThat(verdict(claim().diagnoses("L570", "D225").line("11102").pointers(2, 1))).isEmpty();
    }

    @Test
    void shouldRejectRepeatedAndMissingPointers() {
        assertThat(verdict(claim().line("11102").pointers(1, 1)))
                .containsExactly("diagnosis-pointers line 1 SV107-2 A7:477");
        assertThat(verdict(claim().line("11102").pointers())).containsExactly("diagnosis-pointers line 1 SV107-1 A7:477");
    }

    @Test
    void shouldRejectUnknownDiagnoses() {
        assertThat(verdict(claim().diagnoses("L579X").line("11102"))).containsExactly("diagnosis-codes line 0 HI01-2 A7:254");
        assertThat(verdict(claim().diagnoses("L570", "QQQ").line("11102")))
                .containsExactly("diagnosis-codes line 0 HI02-2 A7:255");
    }

    @Test
    void shouldAskForTheFinestDiagnosis() {
        assertThat(verdict(claim().diagnoses("C44").line("11102")))
                .containsExactly("diagnosis-codes line 0 HI01-2 A7:254 A7:772");
        assertThat(verdict(claim().diagnoses("C44311").line("11102"))).isEmpty();
    }

    @Test
    void shouldRejectDecimalPointsAndRepeatedDiagnoses() {
        assertThat(verdict(claim().diagnoses("L57.0").line("11102"))).containsExactly("diagnosis-codes line 0 HI01-2 A7:254");
        assertThat(verdict(claim().diagnoses("L570", "D225", "D225").line("11102")))
                .containsExactly("diagnosis-codes line 0 HI03-2 A7:255");
    }

    @Test
    void shouldRejectIcd9AfterItsEnd() {
        assertThat(verdict(claim().diagnoses("7020").diagnosisQualifier("BK").line("11102")))
                .containsExactly("diagnosis-codes line 0 HI01-2 A7:254 A7:700");
    }
}
