package dev.claimgate.edit;

import static dev.claimgate.edit.FileCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.validation.Interchange837;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and numbers of providers and patients. */
class PartyEditsTest {
    @ParameterizedTest
    @ValueSource(strings = {"PO BOX 12", "P.O. Box 12", "P O BOX 12", "POBOX12", "12 HILL ST PO BOX 7", "Post Office Box 9",
        "LOCKBOX 3", "LOCK BIN 4"})
    void shouldRejectABoxAsTheBillingAddress(String street) {
        assertThat(verdict(Interchange837.clean().replace("N3*1 MAIN", "N3*" + street)))
                .containsExactly("billing-street 2010AA line 0 segment 8 N301 A7:503:85");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 PO BOXWOOD LN", "1 DEPOBOX ST", "7 LOCKBINDER WAY", "POST OFFICE SQUARE 1", "P"})
    void shouldTakeAStreetForAStreet(String street) {
        assertThat(verdict(Interchange837.clean().replace("N3*1 MAIN", "N3*" + street))).isEmpty();
    }

    @Test
    void shouldWarnOfAShortZipCode() {
        assertThat(verdict(Interchange837.clean().replace("N4*ANYTOWN*OH*432151234", "N4*ANYTOWN*OH*43215")
                .before("LX*1", "NM1*77*2*HOSPITAL", "N3*5 OAK ST", "N4*ANYTOWN*OH*432150")))
                .containsExactly("zip-plus-four 2010AA line 0 segment 9 N403 A7:500:85 warns",
                        "zip-plus-four 2310C line 0 segment 22 N403 A7:500:77 warns");
        assertThat(verdict(Interchange837.clean().replace("N4*ANYTOWN*OH*432151234", "N4*TORONTO*ON*M5V2T6*CA"))).isEmpty();
    }

    @Test
    void shouldRejectTaxonomyCodesOfAnotherForm() {
        assertThat(verdict(Interchange837.clean().before("NM1*85", "PRV*BI*PXC*207N0000X")
                .before("LX*1", "NM1*82*1*DOE*ANN****XX*1234567893", "PRV*PE*PXC*207N00000-")
                .before("LX*2", "NM1*82*1*ROE*BEN****XX*1234567893", "PRV*PE*PXC*207N00000XX")))
                .containsExactly("taxonomy-format 2000A line 0 segment 7 PRV03 A7:145:85",
                        "taxonomy-format 2310B line 0 segment 22 PRV03 A7:145:82",
                        "taxonomy-format 2420A line 1 segment 27 PRV03 A7:145:82");
        assertThat(verdict(Interchange837.clean().before("NM1*85", "PRV*BI*PXC*207N00000X"))).isEmpty();
    }

    @Test
    void shouldRejectATaxIdThatIsNotNineDigits() {
        assertThat(verdict(Interchange837.clean().replace("REF*EI", "REF*EI*12-3456789")))
                .containsExactly("tax-id-format 2010AA line 0 segment 10 REF02 A7:128:85");
        assertThat(verdict(Interchange837.clean().replace("REF*EI", "REF*SY*12345678")))
                .containsExactly("tax-id-format 2010AA line 0 segment 10 REF02 A7:148:85");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1EG4TE5MK7", "1EG4-TE5-MK73", "0EG4TE5MK73", "1SG4TE5MK73", "1EG4TE5MKA3", "123456789A"})
    void shouldRejectWhatIsNoMedicareNumber(String id) {
        assertThat(verdict(medicare(id))).containsExactly("medicare-id 2010BA line 0 segment 13 NM109 A7:164:IL");
    }

    @Test
    void shouldTakeAMedicareNumber() {
        assertThat(verdict(medicare("1EG4TE5MK73"))).isEmpty();
        assertThat(verdict(medicare("9AA9AA9AA99"))).isEmpty();
    }

    private static Interchange837 medicare(String id) {
        return Interchange837.clean().replace("SBR*P", "SBR*P*18*******MB")
                .replace("NM1*IL", "NM1*IL*1*DOE*JANE****MI*" + id);
    }
}
