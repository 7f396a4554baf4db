package dev.claimgate.edit;

import static dev.claimgate.edit.FileCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.validation.Interchange837;
import org.junit.jupiter.api.Test;

/** Dates that belong together, unlisted codes, minutes, code sets of diagnoses. */
class ServiceEditsTest {
    @Test
    void shouldRejectAnOnsetAfterTheService() {
        assertThat(verdict(Interchange837.clean().before("HI", "DTP*431*D8*20261111")))
                .containsExactly("onset-before-service 2300 line 0 segment 19 DTP03 A8:397 A8:187");
        assertThat(verdict(Interchange837.clean().before("HI", "DTP*431*D8*20261110"))).isEmpty();
    }

    @Test
    void shouldRejectADischargeBeforeTheAdmission() {
        assertThat(verdict(stay("20261110", "20261109")))
                .containsExactly("discharge-after-admission 2300 line 0 segment 20 DTP03 A8:190 A8:189");
        assertThat(verdict(stay("20261109", "20261110"))).isEmpty();
    }

    @Test
    void shouldWarnOfAServiceAfterDeath() {
        assertThat(verdict(Interchange837.clean().before("NM1*IL", "PAT*****D8*20261109")))
                .containsExactly("service-before-death 2000B line 0 segment 13 PAT06 A8:159:IL A8:187 warns");
        assertThat(verdict(Interchange837.clean().before("NM1*IL", "PAT*****D8*20261110"))).isEmpty();
        assertThat(verdict(Interchange837.clean().before("NM1*IL", "PAT*******01*70"))).isEmpty();
    }

    @Test
    void shouldWarnOfAServiceAfterTheDeathOfADependent() {
        assertThat(verdict(Interchange837.clean().replace("HL*2", "HL*2*1*22*1").replace("SBR*P", "SBR*P********CI")
                .before("CLM", "HL*3*2*23*0", "PAT*19****D8*20261109", "NM1*QC*1*DOE*TIM", "N3*2 ELM ST",
                        "N4*ANYTOWN*OH*43215", "DMG*D8*20150301*M")))
                .containsExactly("service-before-death 2000C line 0 segment 19 PAT06 A8:159:QC A8:187 warns");
    }

    @Test
    void shouldDemandADescriptionOfAnUnlistedService() {
        assertThat(verdict(procedure("HC:17999")))
                .containsExactly("unlisted-described 2400 line 1 segment 21 SV101-7 A8:306");
        assertThat(verdict(procedure("HC:17999:::::EXCISION OF A LESION"))).isEmpty();
        assertThat(verdict(procedure("HC:17999").before("LX*2", "NTE*ADD*EXCISION OF A LESION"))).isEmpty();
        assertThat(verdict(procedure("HC:17999").before("HI", "NTE*ADD*EXCISION OF A LESION"))).isEmpty();
    }

    @Test
    void shouldWarnOfMinutesThatAreNoAnesthesia() {
        assertThat(verdict(Interchange837.clean().replace("SV1*HC:17000", "SV1*HC:17000*100*MJ*1***1")))
                .containsExactly("minutes-for-anesthesia 2400 line 1 segment 21 SV103 A8:659 A8:454 warns");
    }

    @Test
    void shouldWarnOfAnesthesiaInUnits() {
        assertThat(verdict(procedure("HC:00300")))
                .contains("minutes-for-anesthesia 2400 line 1 segment 21 SV103 A8:659 A8:454 warns");
    }

    @Test
    void shouldRejectDiagnosesOfTheCodeSetThatDoesNotHoldOnTheDay() {
        assertThat(verdict(Interchange837.clean().replace("HI", "HI*ABK:L570*BF:7020")))
                .containsExactly("diagnosis-codes 2300 line 0 segment 19 HI02-2 A7:255 A7:700");
        assertThat(verdict(Interchange837.clean().replace("HI", "HI*BK:7020*ABF:L570")
                .replace("DTP*472", "DTP*472*D8*20150930")))
                .contains("diagnosis-codes 2300 line 0 segment 19 HI02-2 A7:255 A7:700");
    }

    private static Interchange837 stay(String admission, String discharge) {
        return Interchange837.clean().before("HI", "DTP*435*D8*" + admission, "DTP*096*D8*" + discharge);
    }

    private static Interchange837 procedure(String procedure) {
        return Interchange837.clean().replace("SV1*HC:17000", "SV1*" + procedure + "*100*UN*1***1")
                .replace("SV1*HC:17003", "SV1*HC:17000*50*UN*1***1");
    }
}
