package dev.claimgate.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SetCode;
import dev.claimgate.finding.SituationalTrigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every situational rule has cases that fire, each with one finding at its place and its trigger, and cases that do not. */
class SituationalRulesTest {
    private static final String CLM = "CLM*ACCT-1*150***";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            N3*2 ELM             | N3@14 2010BA I6
            N4*ANYTOWN*OH*43215* | N4@15 2010BA I6
            DMG                  | DMG@16 2010BA I6
            """)
    void shouldAskForAddressAndBirthDateOfASubscriberWhoIsThePatient(String missing, String expected) {
        Verdict verdict = Interchange837.clean().replace("N4*ANYTOWN*OH*43215", "N4*BILLTOWN*OH*432151234")
                .replace("N4*ANYTOWN*OH*43215", "N4*ANYTOWN*OH*43215*US").drop(missing).verdict();
        assertThat(verdict.faults()).containsExactly(expected);
        assertThat(trigger(verdict)).isEqualTo(new SituationalTrigger("SBR", 12, "2000B", 2, 0, "1069"));
        assertThat(verdict.sets.get(0).codes()).containsExactly(SetCode.IMPLEMENTATION_SEGMENTS_IN_ERROR);
    }

    @Test
    void shouldTellOfASubscriberOnceHoweverManyClaimsHeHas() {
        Verdict verdict = Interchange837.clean().drop("DMG").before("SE", "CLM*ACCT-2*100***11:B:1*Y*A*Y*Y", "HI*ABK:L570",
                "LX*1", "SV1*HC:17000*100*UN*1***1", "DTP*472*D8*20261110").verdict();
        assertThat(verdict.faults()).containsExactly("DMG@16 2010BA I6");
    }

    @Test
    void shouldAskNothingOfASubscriberWhoseDependentIsThePatient() {
        assertThat(dependent("SBR*P********CI").verdict().faults()).isEmpty();
    }

    @Test
    void shouldTakeClaimsOfSubscriberAndDependentTogether() {
        Verdict verdict = dependent("SBR*P*18*******CI").before("HL*3", "CLM*ACCT-0*100***11:B:1*Y*A*Y*Y", "HI*ABK:L570", "LX*1",
                "SV1*HC:17000*100*UN*1***1", "DTP*472*D8*20261110").after("NM1*IL", "N3*2 ELM ST", "N4*ANYTOWN*OH*43215",
                "DMG*D8*19800101*F").verdict();
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.claims).hasSize(2);
    }

    @Test
    void shouldAskForTheRelationshipWhereTheClaimIsTheSubscribersOwn() {
        Verdict verdict = Interchange837.clean().replace("SBR", "SBR*P********CI").verdict();
        assertThat(verdict.faults()).containsExactly("SBR@12 2000B 8 SBR02=I9");
        assertThat(trigger(verdict)).isEqualTo(new SituationalTrigger("CLM", 18, "2300", 0, 0, ""));
    }

    @Test
    void shouldNotAskForTheRelationshipWhereDependentsFollow() {
        Verdict verdict = dependent("SBR*P********CI").before("HL*3", "CLM*ACCT-0*100***11:B:1*Y*A*Y*Y", "HI*ABK:L570", "LX*1",
                "SV1*HC:17000*100*UN*1***1", "DTP*472*D8*20261110").verdict();
        assertThat(verdict.faults()).isEmpty();
    }

    @Test
    void shouldAskForTheMemberIdOfAPerson() {
        Verdict verdict = Interchange837.clean().replace("NM1*IL", "NM1*IL*1*DOE*JANE").verdict();
        assertThat(verdict.faults()).containsExactly("NM1@13 2010BA 8 NM108=I9 NM109=I9");
        assertThat(trigger(verdict)).isEqualTo(new SituationalTrigger("NM1", 13, "2010BA", 2, 0, "1065"));
    }

    @Test
    void shouldTakeAnEmployerWithoutMemberId() {
        assertThat(dependent("SBR*P********WC").replace("NM1*IL", "NM1*IL*2*ACME FREIGHT").verdict().faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NM1*85 | NM1*85*2*NORTHSIDE*DOC****XX*1234567893      | NM1@7 2010AA 8 NM104=I13
            NM1*85 | NM1*85*2*NORTHSIDE**Q**JR*XX*1234567893      | NM1@7 2010AA 8 NM105=I13 NM107=I13
            NM1*41 | NM1*41*2*NORTHSIDE*DOC****46*NORTHSIDE       | NM1@3 1000A 8 NM104=I13
            NM1*41 | NM1*41*2*NORTHSIDE****JR*46*NORTHSIDE        | NM1@3 1000A 8 NM107=I10
            """)
    void shouldLeaveAnOrganizationOnlyOneName(String start, String by, String expected) {
        assertThat(Interchange837.clean().replace(start, by).verdict().faults()).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NM1*85*1*PLATO*****XX*1234567893", "NM1*85*1*LEE*ANN*B**JR*XX*1234567893"})
    void shouldTakeAPersonWithAsManyNamesAsHeHas(String billingProvider) {
        assertThat(Interchange837.clean().replace("NM1*85", billingProvider).verdict().faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AA:::OH  | DTP@19 2300 I6         | 1
            OA       | DTP@19 2300 I6         | 1
            EM:OA    | DTP@19 2300 I6         | 2
            """)
    void shouldAskForTheDateOfAnAccident(String causes, String expected, int component) {
        Verdict verdict = Interchange837.clean().replace("CLM", CLM + "11:B:1*Y*A*Y*Y**" + causes).verdict();
        assertThat(verdict.faults()).containsExactly(expected);
        assertThat(trigger(verdict)).isEqualTo(new SituationalTrigger("CLM", 18, "2300", 11, component, "1362"));
        assertThat(verdict.sets.get(0).findings().get(0).patientControlNumber()).isEqualTo("ACCT-1");
        assertThat(verdict.claims.get(0).accepted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA:::OH", "OA", "EM:OA", "AA::::CA"})
    void shouldBeContentWithTheDateOfAnAccident(String causes) {
        assertThat(Interchange837.clean().replace("CLM", CLM + "11:B:1*Y*A*Y*Y**" + causes, "DTP*431*D8*20261101",
                "DTP*439*D8*20261101").verdict().faults()).isEmpty();
    }

    @Test
    void shouldNotCallEmploymentAnAccident() {
        assertThat(Interchange837.clean().replace("CLM", CLM + "11:B:1*Y*A*Y*Y**EM").verdict().faults()).isEmpty();
    }

    @Test
    void shouldAskForTheStateOfAnAutoAccident() {
        Verdict verdict = Interchange837.clean().replace("CLM", CLM + "11:B:1*Y*A*Y*Y**EM:AA", "DTP*439*D8*20261101").verdict();
        assertThat(verdict.faults()).containsExactly("CLM@18 2300 8 CLM11-4=I9");
        assertThat(trigger(verdict)).isEqualTo(new SituationalTrigger("CLM", 18, "2300", 11, 2, "1362"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "51", "61"})
    void shouldAskForTheAdmissionOfAnInpatient(String place) {
        Verdict verdict = Interchange837.clean().replace("CLM", CLM + place + ":B:1*Y*A*Y*Y", "DTP*431*D8*20261101").verdict();
        assertThat(verdict.faults()).containsExactly("DTP@20 2300 I6");
        assertThat(trigger(verdict)).isEqualTo(new SituationalTrigger("CLM", 18, "2300", 5, 1, "1331"));
        assertThat(Interchange837.clean().replace("CLM", CLM + place + ":B:1*Y*A*Y*Y", "DTP*435*D8*20261101").verdict().faults())
                .isEmpty();
    }

    @Test
    void shouldNotMissADateThatOnlyStandsOutOfPlace() {
        assertThat(Interchange837.clean().replace("CLM", CLM + "21:B:1*Y*A*Y*Y").after("HI", "DTP*435*D8*20261101").verdict()
                .faults()).containsExactly("DTP@20 2300 7");
        assertThat(Interchange837.clean().replace("CLM", CLM + "21:B:1*Y*A*Y*Y", "DTP*43Q*D8*20261101").verdict().faults())
                .hasSize(1).allMatch(fault -> fault.contains("DTP01="));
    }

    @Test
    void shouldTellEachOfTwoFaultsThatHaveNothingToDoWithEachOther() {
        assertThat(Interchange837.clean().replace("CLM", CLM + "21:B:1*Y*A*Y*Y").drop("HI").verdict().faults())
                .containsExactlyInAnyOrder("DTP@19 2300 I6", "HI@19 2300 I8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BM", "EL", "EM", "FT", "FX"})
    void shouldAskForTheNumberOfPaperworkThatIsSent(String transmission) {
        Verdict verdict = Interchange837.clean().after("CLM", "PWK*OZ*" + transmission).verdict();
        assertThat(verdict.faults()).containsExactly("PWK@19 2300 8 PWK05=I9 PWK06=I9");
        assertThat(trigger(verdict)).isEqualTo(new SituationalTrigger("PWK", 19, "2300", 2, 0, "756"));
        assertThat(Interchange837.clean().after("SV1*HC:17003", "PWK*OZ*" + transmission).verdict().faults())
                .containsExactly("PWK@25 2400 8 PWK05=I9 PWK06=I9");
        assertThat(Interchange837.clean().after("CLM", "PWK*OZ*" + transmission + "***AC*A1").verdict().faults()).isEmpty();
    }

    @Test
    void shouldTakePaperworkThatIsAvailableOnRequest() {
        assertThat(Interchange837.clean().after("CLM", "PWK*OZ*AA").verdict().faults()).isEmpty();
    }

    @Test
    void shouldForbidTheNumberOfPaperworkThatIsAvailableOnRequest() {
        assertThat(Interchange837.clean().after("CLM", "PWK*OZ*AA***AC*A1").verdict().faults())
                .containsExactly("PWK@19 2300 8 PWK05=I13 PWK06=I13");
    }

    @Test
    void shouldTellTheElementsOfASegmentTogetherWhoeverFoundThem() {
        Verdict verdict = Interchange837.clean().replace("NM1*85", "NM1*85*2*NORTHSIDE*DOC****XX*1").verdict();
        assertThat(verdict.faults()).containsExactly("NM1@7 2010AA 8 NM104=I13 NM109=4");
        assertThat(verdict.sets.get(0).findings().get(0).elements()).extracting(ElementFinding::trigger)
                .containsExactly(new SituationalTrigger("NM1", 7, "2010AA", 2, 0, "1065"), null);
        assertThat(verdict.sets.get(0).codes()).containsExactly(SetCode.SEGMENTS_IN_ERROR,
                SetCode.IMPLEMENTATION_SEGMENTS_IN_ERROR);
    }

    @Test
    void shouldAskForTheRouteOfAnAmbulanceTransport() {
        Verdict verdict = ambulance("SV1*HC:A0429*100*UN*1***1").verdict();
        assertThat(verdict.faults()).containsExactlyInAnyOrder("CR1@19 2300 I6", "NM1@20 2310E I6", "NM1@20 2310F I6");
        assertThat(trigger(verdict)).isEqualTo(new SituationalTrigger("CLM", 18, "2300", 5, 1, "1331"));
    }

    @Test
    void shouldBeContentWithTheRouteOfAnAmbulanceTransport() {
        assertThat(ambulance("SV1*HC:A0429*100*UN*1***1").after("CLM", "CR1****A*DH*12").after("HI", "NM1*PW*2", "N3*2 ELM ST",
                "N4*ANYTOWN*OH*43215", "NM1*45*2", "N3*1 MAIN ST", "N4*ANYTOWN*OH*43215").verdict().faults()).isEmpty();
    }

    @Test
    void shouldAskForNoRouteWhereNothingIsTransported() {
        assertThat(ambulance("SV1*HC:17000*100*UN*1***1").verdict().faults()).isEmpty();
    }

    @Test
    void shouldTellApartTheOtherPayersOfAClaim() {
        Verdict verdict = otherPayers("EVG02", "EVG02").verdict();
        assertThat(verdict.faults()).containsExactly("NM1@27 2330B 8 NM109=I6");
        assertThat(trigger(verdict)).isEqualTo(new SituationalTrigger("NM1", 23, "2330B", 9, 0, "67"));
        assertThat(otherPayers("EVG02", "EVG03").verdict().faults()).isEmpty();
    }

    @Test
    void shouldNotMixClaims() {
        Verdict verdict = Interchange837.clean().replace("CLM", CLM + "21:B:1*Y*A*Y*Y").before("SE",
                "CLM*ACCT-2*100***11:B:1*Y*A*Y*Y", "DTP*435*D8*20261101", "HI*ABK:L570", "LX*1", "SV1*HC:17000*100*UN*1***1",
                "DTP*472*D8*20261110").verdict();
        assertThat(verdict.faults()).containsExactly("DTP@19 2300 I6");
        assertThat(verdict.claims).extracting(Verdict.JudgedClaim::accepted).containsExactly(false, true);
    }

    @Test
    void shouldDocumentEveryRule() {
        assertThat(SituationalRules.all()).extracting(SituationalRule::id).doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
        assertThat(SituationalRules.all()).allSatisfy(rule -> {
            assertThat(rule.codes()).matches("IK[34]0[34] I\\d{1,2}(, I\\d{1,2})*");
            assertThat(rule.explanation()).endsWith(".");
            assertThat(rule.source()).startsWith("005010X222A1 ");
        });
    }

    private static SituationalTrigger trigger(Verdict verdict) {
        return verdict.sets.get(0).findings().stream().map(SegmentFinding::trigger).findFirst().orElseThrow();
    }

    private static Interchange837 ambulance(String service) {
        return Interchange837.clean().replace("CLM", CLM + "41:B:1*Y*A*Y*Y").replace("SV1*HC:17000", service);
    }

    private static Interchange837 otherPayers(String first, String second) {
        return Interchange837.clean().after("HI", "SBR*S*18*******CI", "OI***Y***Y", "NM1*IL*1*DOE*JANE****MI*W2",
                "NM1*PR*2*OTHER PAYER*****PI*" + first, "SBR*T*18*******CI", "OI***Y***Y", "NM1*IL*1*DOE*JANE****MI*W3",
                "NM1*PR*2*THIRD PAYER*****PI*" + second);
    }

    /** The subscriber has neither address nor birth date; his child is the patient. */
    private static Interchange837 dependent(String sbr) {
        return Interchange837.clean().replace("HL*2", "HL*2*1*22*1").replace("SBR", sbr).drop("N3*2 ELM").drop("DMG")
                .replace("N4*ANYTOWN*OH*432151234", "N4*BILLTOWN*OH*432151234").drop("N4*ANYTOWN")
                .before("CLM", "HL*3*2*23*0", "PAT*19", "NM1*QC*1*DOE*JIM", "N3*2 ELM ST", "N4*ANYTOWN*OH*43215",
                        "DMG*D8*20100101*M");
    }
}
