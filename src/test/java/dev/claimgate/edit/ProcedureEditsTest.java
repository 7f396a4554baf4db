package dev.claimgate.edit;

import static dev.claimgate.claim.ClaimSample.claim;
import static dev.claimgate.edit.EditCase.findings;
import static dev.claimgate.edit.EditCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Procedure codes, units and add-ons. */
class ProcedureEditsTest {
    @Test
    void shouldRejectACodeThatNeverWas() {
        assertThat(verdict(claim().line("11199"))).containsExactly("procedure-code line 1 SV101-2 A7:507");
    }

    @Test
    void shouldRejectACodeThatEndedBeforeTheService() {
        assertThat(verdict(claim().line("11100"))).containsExactly("procedure-code line 1 SV101-2 A7:507");
        assertThat(findings(claim().line("11100")).get(0).found()).isEqualTo("11100 ended on 2018-12-31");
        assertThat(verdict(claim().line("11100").on(20181231))).isEmpty();
    }

    @Test
    void shouldRejectALineWithoutUnits() {
        assertThat(verdict(claim().line("11102").units(0))).containsExactly("units-above-zero line 1 SV104 A7:476 A7:258");
    }

    @Test
    void shouldLimitTheUnitsOfADayOverAllItsLines() {
        assertThat(verdict(claim().line("17000").line("17003").units(14)))
                .containsExactly("units-limit line 2 SV104 A7:476 A7:258");
        assertThat(verdict(claim().line("17000").line("17003").units(10).line("17003", "76").units(4)))
                .containsExactly("units-limit line 3 SV104 A7:476 A7:258");
        assertThat(verdict(claim().line("17000").line("17003").units(10).line("17003", "76").units(3))).isEmpty();
    }

    @Test
    void shouldCountEachDayForItself() {
        assertThat(verdict(claim().line("17000").line("17003").units(13)
                .line("17000").on(20260106).line("17003").units(13).on(20260106))).isEmpty();
    }

    @Test
    void shouldAllowTheLimitForEachDayOfALine() {
        assertThat(verdict(claim().diagnoses("L400").line("96910").units(2).on(20260105, 20260106))).isEmpty();
        assertThat(verdict(claim().diagnoses("L400").line("96910").units(3).on(20260105, 20260106)))
                .containsExactly("units-limit line 1 SV104 A7:476 A7:258");
    }

    @Test
    void shouldCountEachProviderForItself() {
        assertThat(verdict(claim().line("11102").line("11102").lineRenderingNpi("1245319599"))).isEmpty();
        assertThat(verdict(claim().line("11102").line("11102", "59")))
                .containsExactly("units-limit line 2 SV104 A7:476 A7:258");
    }

    @Test
    void shouldOnlyWarnOfCodesThatPractitionersDoNotBill() {
        assertThat(verdict(claim().line("E0570"))).containsExactly("units-limit-zero line 1 SV104 A7:476 A7:258");
        assertThat(findings(claim().line("E0570")).get(0).rejects()).isFalse();
        assertThat(verdict(claim().line("J3301"))).containsExactly("drug-number line 1 LIN03 A6:218");
    }

    @Test
    void shouldNotCountMinutesAsUnits() {
        assertThat(verdict(claim().line("00300").minutes(45))).isEmpty();
    }

    @Test
    void shouldRejectAnAddOnWithoutItsPrimary() {
        assertThat(verdict(claim().line("11103"))).containsExactly("add-on-primary line 1 SV101-2 A8:736 A8:454");
        assertThat(verdict(claim().line("11103").line("17000", "59")))
                .containsExactly("add-on-primary line 1 SV101-2 A8:736 A8:454");
        assertThat(verdict(claim().line("11106").line("11103"))).isEmpty();
    }

    @Test
    void shouldRejectAnAddOnWhosePrimaryIsOfAnotherDay() {
        assertThat(verdict(claim().line("11102").on(20260106).line("11103")))
                .containsExactly("add-on-primary line 2 SV101-2 A8:736 A8:454");
    }

    @Test
    void shouldWarnOfAnAddOnWithoutListBesideNothingOfItsKind() {
        String fault = "add-on-other-primary line 1 SV101-2 A8:736 A8:454";
        assertThat(verdict(claim().line("15777"))).containsExactly(fault);
        assertThat(verdict(claim().line("15777").line("99213"))).containsExactly(fault);
        assertThat(verdict(claim().line("15777").line("11103"))).contains(fault);
        assertThat(verdict(claim().line("11970").line("15777"))).isEmpty();
        assertThat(findings(claim().line("15777")).get(0).rejects()).isFalse();
    }

    @Test
    void shouldWarnOfAnAddOnWithAnOpenListBesideNoneOfIt() {
        assertThat(verdict(claim().line("88311"))).containsExactly("add-on-other-primary line 1 SV101-2 A8:736 A8:454");
        assertThat(verdict(claim().line("88305").line("88311"))).isEmpty();
    }
}
