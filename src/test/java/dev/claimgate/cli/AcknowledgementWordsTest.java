package dev.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AcknowledgementWordsTest {
    @Test
    void shouldSayWhatATa1Says() {
        assertThat(words("TA1*000001005*250212*0930*R*021~"))
                .containsExactly("interchange 000001005 REJECTED: IEA01 is not the number of functional groups");
    }

    @Test
    void shouldSayWhatA999Says() {
        assertThat(words("AK1*HC*1004*005010X222A1~AK2*837*0001*005010X222A1~IK3*DTP*24*2400*I8~CTX*CLM01:NS-1~"
                + "IK3*CLM*20*2300*8~IK4*5:3*1325*7*9~IK5*R*5*I5~AK9*R*1*1*0*5~"))
                .containsExactly("about group 1004", "set 0001", "segment 24 DTP in loop 2400 is missing", "in claim NS-1",
                        "segment 20 CLM in loop 2300 has faulty elements", "its element 5:3 is not a code of the standard",
                        "set REJECTED: segments are in error, segments break the implementation guide",
                        "group REJECTED: 0 of 1 sets accepted, GE01 is not the number of transaction sets");
    }

    @Test
    void shouldSayWhatA277Says() {
        assertThat(words("HL*2*1*21*1~TRN*2*DEMO-1~STC*A1:19:AY*20250212*WQ*100~QTY*90*1~QTY*AA*2~AMT*YU*100~"
                + "HL*4*3*PT~TRN*2*NS-1~STC*A7:562:82*20250212*U*100~SVC*HC:11102:59*100~REF*FJ*L1~"))
                .containsExactly("", "about batch DEMO-1 (its BHT03)", "received: receipt confirmed by the clearinghouse",
                        "claims accepted: 1", "claims rejected: 2", "dollars accepted: 100", "", "claim NS-1",
                        "rejected, something is not valid: NPI of the rendering provider", "the line with 11102:59",
                        "the submitter's number of the line");
    }

    @Test
    void shouldNameEveryStatusOfAComposite() {
        assertThat(words("STC*A8:400*20250212*U*270******A8:178~"))
                .containsExactly("rejected, does not fit together: the claim's sum, the charge");
        assertThat(StatusWords.of(List.of("A3:247", "A7:507", "A9:999")))
                .isEqualTo("returned, not processed: see the lines; rejected, something is not valid: CPT or HCPCS code; "
                        + "category A9: status 999");
    }

    private static List<String> words(String x12) {
        return AcknowledgementWords.explain(x12).stream().map(AcknowledgementWords.Line::words).toList();
    }
}
