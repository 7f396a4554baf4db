package dev.claimgate.edit;

import static dev.claimgate.edit.FileCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.validation.Interchange837;
import org.junit.jupiter.api.Test;

/** Charges, units and how they are written. */
class AmountEditsTest {
    @Test
    void shouldRejectAClaimForPaymentThatChargesNothing() {
        assertThat(verdict(free())).containsExactly("charge-above-zero 2300 line 0 segment 18 CLM02 A7:402 A7:178");
        assertThat(verdict(free().replace("BHT", "BHT*0019*00*BATCH-1*20261120*0915*RP"))).isEmpty();
    }

    @Test
    void shouldRejectNegativeCharges() {
        assertThat(verdict(Interchange837.clean().replace("CLM", "CLM*ACCT-1*-50***11:B:1*Y*A*Y*Y")
                .replace("SV1*HC:17000", "SV1*HC:17000*-100*UN*1***1")))
                .containsExactly("amounts-not-negative 2300 line 0 segment 18 CLM02 A7:178",
                        "amounts-not-negative 2400 line 1 segment 21 SV102 A7:583");
    }

    @Test
    void shouldRejectTooManyDecimals() {
        assertThat(verdict(Interchange837.clean().replace("CLM", "CLM*ACCT-1*150.000***11:B:1*Y*A*Y*Y")
                .replace("SV1*HC:17000", "SV1*HC:17000*100.001*UN*1.0001***1")))
                .containsExactly("decimal-places 2300 line 0 segment 18 CLM02 A7:697 A7:178",
                        "decimal-places 2400 line 1 segment 21 SV102 A7:697 A7:583",
                        "decimal-places 2400 line 1 segment 21 SV104 A7:697 A7:476");
        assertThat(verdict(Interchange837.clean().replace("CLM", "CLM*ACCT-1*150.00***11:B:1*Y*A*Y*Y")
                .replace("SV1*HC:17000", "SV1*HC:17000*100.0*UN*1.000***1"))).isEmpty();
    }

    private static Interchange837 free() {
        return Interchange837.clean().replace("CLM", "CLM*ACCT-1*0***11:B:1*Y*A*Y*Y")
                .replace("SV1*HC:17000", "SV1*HC:17000*0*UN*1***1").replace("SV1*HC:17003", "SV1*HC:17003*0*UN*2***1");
    }
}
