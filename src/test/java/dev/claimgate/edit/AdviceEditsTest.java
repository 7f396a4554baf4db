package dev.claimgate.edit;

import static dev.claimgate.edit.FileCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.validation.Interchange837;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What warns because the guide leaves it open, and what Medicare alone demands. */
class AdviceEditsTest {
    private static final String CLM = "CLM*ACCT-1*150***11:B:1*Y*A*Y*Y";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2420B | NM1*QB*2******XX*1234567890                | A7:562:QB
            2420C | NM1*77*2*LAB*****XX*1234567890             | A7:562:77
            2420D | NM1*DQ*1*LEE*ANN****XX*1234567890          | A7:562:DQ
            2420E | NM1*DK*1*LEE*ANN****XX*1234567890          | A7:562:DK
            2420F | NM1*DN*1*LEE*ANN****XX*1234567890          | A7:562:DN
            """)
    void shouldRejectTheNpiOfEachProviderOfALine(String loop, String name, String status) {
        String[] segments = loop.equals("2420C") ? new String[] {name, "N3*9 LAB ST", "N4*ANYTOWN*OH*432159999"}
                : new String[] {name};
        assertThat(verdict(Interchange837.clean().before("LX*2", segments)))
                .containsExactly("npi-check-digit " + loop + " line 1 segment 23 NM109 " + status);
        segments[0] = name.replace("1234567890", "1234567893");
        assertThat(verdict(Interchange837.clean().before("LX*2", segments))).isEmpty();
    }

    @Test
    void shouldLookAtBothReferringProvidersOfALine() {
        assertThat(verdict(Interchange837.clean().before("LX*2", "NM1*DN*1*LEE*ANN****XX*1234567893",
                "NM1*P3*1*POE*BEN****XX*1234567890"))).containsExactly("npi-check-digit 2420F line 1 segment 24 NM109 A7:562:DN");
    }

    @Test
    void shouldWarnOfAShortZipCodeOfTheFacilityOfALine() {
        assertThat(verdict(Interchange837.clean().before("LX*2", "NM1*77*2*LAB", "N3*9 LAB ST", "N4*ANYTOWN*OH*43215")))
                .containsExactly("zip-plus-four 2420C line 1 segment 25 N403 A7:500:77 warns");
    }

    @Test
    void shouldWarnOfAProviderThatIsNamedAgain() {
        String again = "NM1*82*2*NORTHSIDE DERMATOLOGY*****XX*1234567893";
        assertThat(verdict(Interchange837.clean().after("HI", again)))
                .containsExactly("provider-repeated 2310B line 0 segment 20 NM109 A8:562:82 warns");
        assertThat(verdict(Interchange837.clean().after("HI", again, "PRV*PE*PXC*207N00000X"))).isEmpty();
        assertThat(verdict(Interchange837.clean().before("LX*2", again)))
                .containsExactly("provider-repeated 2420A line 1 segment 23 NM109 A8:562:82 warns");
        assertThat(verdict(Interchange837.clean().after("HI", "NM1*82*1*LEE*ANN****XX*1093000002").before("LX*2", again))).isEmpty();
    }

    @Test
    void shouldWarnOfAFacilityAtTheBillingProvidersAddress() {
        assertThat(verdict(Interchange837.clean().after("HI", "NM1*77*2*NORTHSIDE", "N3*1 MAIN ST", "N4*ANYTOWN*OH*432151234")))
                .containsExactly("provider-repeated 2310C line 0 segment 20 N301 A8:562:77 warns");
        assertThat(verdict(Interchange837.clean().after("HI", "NM1*77*2*NORTHSIDE", "N3*2 MAIN ST", "N4*ANYTOWN*OH*432151234")))
                .isEmpty();
    }

    @Test
    void shouldWarnWhereEmploymentMayMeanAnAccident() {
        assertThat(verdict(Interchange837.clean().replace("CLM", CLM + "**EM")))
                .containsExactly("employment-accident-date 2300 line 0 segment 18 CLM11 A6:727 warns");
        assertThat(verdict(Interchange837.clean().replace("CLM", CLM + "**EM", "DTP*439*D8*20261101"))).isEmpty();
    }

    @Test
    void shouldWarnOfARangeOfOneDay() {
        assertThat(verdict(service("SV1*HC:17000*100*UN*1***1", "RD8*20261110-20261110")))
                .containsExactly("single-day-range 2400 line 1 segment 22 DTP02 A7:187 warns");
        assertThat(verdict(service("SV1*HC:17000*100*UN*1***1", "RD8*20261109-20261110"))).isEmpty();
    }

    @Test
    void shouldCompareVisitsWithTheDaysOfTheirRange() {
        assertThat(verdict(service("SV1*HC:99232*100*UN*1***1", "RD8*20261109-20261110")))
                .contains("visits-within-days 2400 line 1 segment 21 SV104 A8:476 A8:187 warns");
        assertThat(verdict(service("SV1*HC:99232*100*UN*2***1", "RD8*20261109-20261110")))
                .noneMatch(finding -> finding.startsWith("visits-within-days"));
    }

    @Test
    void shouldWarnOfAPlaceThatOnlyRepeatsTheClaims() {
        assertThat(verdict(service("SV1*HC:17000*100*UN*1*11**1", "D8*20261110")))
                .containsExactly("place-repeated 2400 line 1 segment 21 SV105 A7:249 warns");
        assertThat(verdict(service("SV1*HC:17000*100*UN*1*12**1", "D8*20261110"))).isEmpty();
    }

    @Test
    void shouldDemandTheLaboratorysNumberFromAnIndependentLaboratory() {
        String fault = "clia-laboratory 2400 line 1 segment 21 SV101 A6:544";
        assertThat(verdict(medicare("SV1*HC:88305*100*UN*1*81**1"))).containsExactly(fault);
        assertThat(verdict(medicare("SV1*HC:88305*100*UN*1***1"))).isEmpty();
        assertThat(verdict(medicare("SV1*HC:88305:26*100*UN*1*81**1"))).isEmpty();
        assertThat(verdict(medicare("SV1*HC:88305*100*UN*1*81**1").before("HI", "REF*X4*11D1234567"))).isEmpty();
        assertThat(verdict(medicare("SV1*HC:88305*100*UN*1*81**1").before("LX*2", "REF*X4*11D1234567"))).isEmpty();
    }

    @Test
    void shouldDemandTheCertificateOfAMammography() {
        String fault = "mammography-certified 2400 line 1 segment 21 SV101 A6:560:77";
        assertThat(verdict(medicare("SV1*HC:77067*100*UN*1***1"))).contains(fault);
        assertThat(verdict(medicare("SV1*HC:77067*100*UN*1***1").before("HI", "REF*EW*T12345"))).doesNotContain(fault);
        assertThat(verdict(medicare("SV1*HC:77067*100*UN*1***1").before("LX*2", "REF*EW*T12345"))).doesNotContain(fault);
        assertThat(verdict(service("SV1*HC:77067*100*UN*1***1", "D8*20261110"))).doesNotContain(fault);
    }

    @Test
    void shouldWantMedicareToldWhoGaveTheAnesthesia() {
        String fault = "expected-modifier 2400 line 1 segment 21 SV101-3 A8:453 A8:454 warns";
        assertThat(verdict(medicare("SV1*HC:00300*100*MJ*60***1"))).contains(fault);
        assertThat(verdict(medicare("SV1*HC:00300:AA*100*MJ*60***1"))).doesNotContain(fault);
        assertThat(verdict(service("SV1*HC:00300*100*MJ*60***1", "D8*20261110"))).doesNotContain(fault);
    }

    private static Interchange837 service(String service, String date) {
        return Interchange837.clean().replace("SV1*HC:17000", service).replace("DTP*472", "DTP*472*" + date)
                .replace("SV1*HC:17003", service.startsWith("SV1*HC:17000") ? "SV1*HC:17003*50*UN*2***1" : "SV1*HC:11102*50*UN*1***1");
    }

    private static Interchange837 medicare(String service) {
        return service(service, "D8*20261110").replace("SBR*P", "SBR*P*18*******MB")
                .replace("NM1*IL", "NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73");
    }
}
