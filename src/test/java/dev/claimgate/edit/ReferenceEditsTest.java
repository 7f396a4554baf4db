package dev.claimgate.edit;

import static dev.claimgate.edit.FileCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.validation.Interchange837;
import org.junit.jupiter.api.Test;

/** Numbers that name claims, lines, drugs and laboratories. */
class ReferenceEditsTest {
    @Test
    void shouldWarnOfAPatientControlNumberThatComesTwice() {
        assertThat(verdict(twoClaims("ACCT-1")))
                .containsExactly("patient-control-number 2300 line 0 segment 26 CLM01 A7:478 warns");
        assertThat(verdict(twoClaims("ACCT-2"))).isEmpty();
    }

    @Test
    void shouldRejectALineControlNumberThatComesTwice() {
        assertThat(verdict(lines("A1", "A1"))).containsExactly("line-control-number 2400 line 2 segment 27 REF02 A7:584");
        assertThat(verdict(lines("A1", "A2"))).isEmpty();
    }

    @Test
    void shouldDemandTheNumberOfAClaimThatIsReplacedOrVoided() {
        assertThat(verdict(frequency("7")))
                .containsExactly("original-number-missing 2300 line 0 segment 18 CLM05-3 A6:464 A7:535");
        assertThat(verdict(frequency("8")))
                .containsExactly("original-number-missing 2300 line 0 segment 18 CLM05-3 A6:464 A7:535");
        assertThat(verdict(frequency("7").before("HI", "REF*F8*PAYER-1"))).isEmpty();
    }

    @Test
    void shouldWarnOfAnOriginalClaimThatNamesAnother() {
        assertThat(verdict(frequency("1").before("HI", "REF*F8*PAYER-1")))
                .containsExactly("original-number-unneeded 2300 line 0 segment 19 REF02 A8:464 A8:535 warns");
    }

    @Test
    void shouldRejectADrugCodeThatIsNotElevenDigits() {
        assertThat(verdict(drug("0002-6063-51"))).containsExactly("ndc-format 2410 line 1 segment 23 LIN03 A7:218");
        assertThat(verdict(drug("0002606351"))).containsExactly("ndc-format 2410 line 1 segment 23 LIN03 A7:218");
        assertThat(verdict(drug("00026063512"))).isEmpty();
    }

    @Test
    void shouldRejectACliaNumberOfAnotherForm() {
        assertThat(verdict(Interchange837.clean().before("HI", "REF*X4*11X1234567").before("LX*2", "REF*X4*11D123456")))
                .containsExactly("clia-format 2300 line 0 segment 19 REF02 A7:544",
                        "clia-format 2400 line 1 segment 24 REF02 A7:544");
        assertThat(verdict(Interchange837.clean().before("HI", "REF*X4*11D1234567"))).isEmpty();
    }

    @Test
    void shouldDemandTheLaboratorysNumberForAWaivedTestBilledToMedicare() {
        assertThat(verdict(waived("MB"))).containsExactly("clia-waived-test 2400 line 1 segment 21 SV101 A6:544");
        assertThat(verdict(waived("CI"))).isEmpty();
        assertThat(verdict(waived("MB").before("HI", "REF*X4*11D1234567"))).isEmpty();
        assertThat(verdict(waived("MB").before("LX*2", "REF*X4*11D1234567"))).isEmpty();
    }

    private static Interchange837 twoClaims(String second) {
        return Interchange837.clean().before("SE", "CLM*" + second + "*100***11:B:1*Y*A*Y*Y", "HI*ABK:L570", "LX*1",
                "SV1*HC:17000*100*UN*1***1", "DTP*472*D8*20261111");
    }

    private static Interchange837 lines(String first, String second) {
        return Interchange837.clean().before("LX*2", "REF*6R*" + first).before("SE", "REF*6R*" + second);
    }

    private static Interchange837 frequency(String code) {
        return Interchange837.clean().replace("CLM", "CLM*ACCT-1*150***11:B:" + code + "*Y*A*Y*Y");
    }

    private static Interchange837 drug(String code) {
        return Interchange837.clean().before("LX*2", "LIN**N4*" + code, "CTP****1*ML");
    }

    private static Interchange837 waived(String filing) {
        return Interchange837.clean().replace("SBR*P", "SBR*P*18*******" + filing)
                .replace("NM1*IL", "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73")
                .replace("SV1*HC:17000", "SV1*HC:87880:QW*100*UN*1***1").replace("SV1*HC:17003", "SV1*HC:17000*50*UN*1***1");
    }
}
