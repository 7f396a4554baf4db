package dev.claimgate.edit;

import static dev.claimgate.edit.FileCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.validation.Interchange837;
import org.junit.jupiter.api.Test;

/** Claims that other payers have answered before: who is primary, and do the sums hold. */
class OtherPayerEditsTest {
    @Test
    void shouldFindNothingInABalancedSecondaryClaim() {
        assertThat(verdict(secondary("AMT*D*110"))).isEmpty();
    }

    @Test
    void shouldFindNothingWhereOnlyTheClaimWasAnswered() {
        assertThat(verdict(primaryPaid("CAS*CO*45*30**253*10", "AMT*D*110"))).isEmpty();
        assertThat(verdict(primaryPaid("CAS*CO*45*30**253*10", "AMT*D*100")))
                .containsExactly("claim-payer-balance 2320 line 0 segment 22 AMT02 A8:672");
    }

    @Test
    void shouldTakeLineAndClaimAdjustmentsTogether() {
        assertThat(verdict(secondary("CAS*CO*253*10", "AMT*D*100"))).isEmpty();
    }

    @Test
    void shouldRejectPaymentsThatAreNotThoseOfTheLines() {
        assertThat(verdict(secondary("AMT*D*100"))).containsExactly("claim-payer-balance 2320 line 0 segment 21 AMT02 A8:672");
    }

    @Test
    void shouldNotReckonAnAnswerToSomeOfTheLines() {
        assertThat(verdict(primaryPaid("AMT*D*10").after("DTP*472", "SVD*P1*80*HC:17000**1", "CAS*CO*45*20", "DTP*573*D8*20261115")))
                .isEmpty();
    }

    @Test
    void shouldRejectALineWhosePaymentAndAdjustmentsAreNotItsCharge() {
        assertThat(verdict(secondary("AMT*D*110").replace("CAS*CO*45*20", "CAS*CO*45*19.99")))
                .containsExactly("line-payer-balance 2430 line 1 segment 28 SVD02 A8:672");
    }

    @Test
    void shouldAddUpTheAnswersOfAPayerThatSplitTheLine() {
        assertThat(verdict(secondary("AMT*D*110")
                .replace("SVD*P1*80", "SVD*P1*50*HC:17000**1", "DTP*573*D8*20261115", "SVD*P1*30*HC:17000**1"))).isEmpty();
    }

    @Test
    void shouldRejectAnAnswerOfAPayerThatIsNotNamed() {
        assertThat(verdict(secondary("AMT*D*110").replace("SVD*P1*80", "SVD*P9*80*HC:17000**1")))
                .containsExactly("adjudicating-payer 2430 line 1 segment 28 SVD01 A7:479");
    }

    @Test
    void shouldWarnOfADateThatStandsTwice() {
        assertThat(verdict(secondary("AMT*D*110").after("NM1*PR*2*FIRST", "DTP*573*D8*20261115")))
                .containsExactly("adjudication-date-once 2330B line 0 segment 25 DTP03 A8:516:PR warns");
        assertThat(verdict(primaryPaid("CAS*CO*45*40", "AMT*D*110").after("NM1*PR*2*FIRST", "DTP*573*D8*20261115"))).isEmpty();
    }

    @Test
    void shouldWarnOfAdjustmentsThatAdjustNothing() {
        assertThat(verdict(secondary("CAS*PR*1*0", "AMT*D*110").replace("CAS*CO*45*20", "CAS*CO*45*20**253*0.00")))
                .containsExactly("adjustments-not-zero 2320 line 0 segment 21 CAS03 A7:519 warns",
                        "adjustments-not-zero 2430 line 1 segment 30 CAS06 A7:519 warns");
    }

    @Test
    void shouldDemandAPrimaryPayer() {
        assertThat(verdict(Interchange837.clean().replace("SBR*P", "SBR*S*18*******CI")))
                .containsExactly("primary-payer 2000B line 0 segment 12 SBR01 A7:742");
        assertThat(verdict(Interchange837.clean().replace("SBR*P", "SBR*U*18*******CI"))).isEmpty();
    }

    @Test
    void shouldRejectTwoPayersInOnePlace() {
        assertThat(verdict(secondary("AMT*D*110").replace("SBR*S", "SBR*P*18*******CI")))
                .containsExactly("payer-sequence 2320 line 0 segment 20 SBR01 A7:742");
        assertThat(verdict(secondary("AMT*D*110").replace("SBR*S", "SBR*U*18*******CI").replace("SBR*P", "SBR*U*18*******CI")))
                .isEmpty();
    }

    /** A secondary claim of 150.00; the primary payer, P1, paid 80.00 and 30.00 for its lines. */
    private static Interchange837 secondary(String... claimAnswer) {
        return primaryPaid(claimAnswer)
                .after("DTP*472", "SVD*P1*80*HC:17000**1", "CAS*CO*45*20", "DTP*573*D8*20261115")
                .before("SE", "SVD*P1*30*HC:17003**2", "CAS*CO*45*20", "DTP*573*D8*20261115");
    }

    private static Interchange837 primaryPaid(String... claimAnswer) {
        return Interchange837.clean().replace("SBR*P", "SBR*S*18*******CI")
                .before("LX*1", "SBR*P*18*******CI").before("LX*1", claimAnswer)
                .before("LX*1", "OI***Y***Y", "NM1*IL*1*DOE*JANE****MI*W1", "NM1*PR*2*FIRST PAYER*****PI*P1");
    }
}
