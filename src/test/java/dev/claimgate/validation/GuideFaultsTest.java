package dev.claimgate.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.SetCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One fault in a clean transaction set gives one finding, at the right place with the right code, and nothing else. */
class GuideFaultsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PER*IC              | PER@4 1000A I8
            NM1*40              | NM1@5 1000B I7
            N3*1 MAIN           | N3@8 2010AA I8
            REF*EI              | REF@10 2010AA I8
            SBR                 | SBR@12 2000B I8
            NM1*PR              | NM1@17 2010BB I7
            HI                  | HI@19 2300 I8
            LX*1                | LX@20 2400 I8
            LX*2                | LX@23 2400 I8
            HL*1                | HL@6 2000A 3
            HL*2                | HL@11 2000B 3
            NM1*85              | NM1@7 2010AA I8
            SV1*HC:17003        | SV1@24 2400 I8
            """)
    void shouldReportAMissingSegmentOnce(String start, String expected) {
        Verdict verdict = Interchange837.clean().drop(start.strip()).verdict();
        assertThat(verdict.faults()).containsExactly(expected.strip());
        assertThat(verdict.sets.get(0).codes()).containsExactly(expected.contains("HL@")
                ? SetCode.SEGMENTS_IN_ERROR : SetCode.IMPLEMENTATION_SEGMENTS_IN_ERROR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            N3*1 MAIN           | N3@9 2010AA 7
            SBR                 | SBR@13 2000B 7
            HL*2                | HL@12 2000B 7
            SV1*HC:17003        | SV1@25 2400 7
            """)
    void shouldReportTwoSegmentsInTheWrongOrderOnce(String start, String expected) {
        assertThat(Interchange837.clean().swapWithNext(start.strip()).verdict().faults()).containsExactly(expected.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BHT                 | BHT*0019*00*BATCH-1*20261120*0915*CH*X      | BHT@2 HEADER 8 BHT07=3
            BHT                 | BHT*0019*00*BATCH-1*20261320*0915*CH        | BHT@2 HEADER 8 BHT04=8
            BHT                 | BHT*0019*00*BATCH-1*20261120*2560*CH        | BHT@2 HEADER 8 BHT05=9
            BHT                 | BHT*0019*00*BATCH-1*20261120*0915           | BHT@2 HEADER 8 BHT06=I9
            BHT                 | BHT**00*BATCH-1*20261120*0915*CH            | BHT@2 HEADER 8 BHT01=1
            BHT                 | BHT*0019*00*BATCH-1*20261120*0915*Q9        | BHT@2 HEADER 8 BHT06=7
            BHT                 | BHT*0019*01*BATCH-1*20261120*0915*CH        | BHT@2 HEADER 8 BHT02=I6
            NM1*85              | NM1*85*2*NORTHSIDE*****XX*1                 | NM1@7 2010AA 8 NM109=4
            NM1*85              | NM1*85*2*NORTHSIDE*****XX                   | NM1@7 2010AA 8 NM109=2
            NM1*85              | NM1*85*2*NORTHSIDE***DR**XX*1234567893      | NM1@7 2010AA 8 NM106=I10
            N4*ANYTOWN*OH*4321512 | N4*ANYTOWN*OH*43                          | N4@9 2010AA 8 N403=4
            CLM                 | CLM*ACCT-1*15A***11:B:1*Y*A*Y*Y             | CLM@18 2300 8 CLM02=6
            CLM                 | CLM*ACCT-1*150***11::1*Y*A*Y*Y              | CLM@18 2300 8 CLM05-2=I9
            CLM                 | CLM*ACCT-1*150***11:B:1:X*Y*A*Y*Y           | CLM@18 2300 8 CLM05-4=13
            CLM                 | CLM*ACCT-1*150***11:B:1*Q*A*Y*Y             | CLM@18 2300 8 CLM06=7
            CLM                 | CLM*ACCT\t1*150***11:B:1*Y*A*Y*Y            | CLM@18 2300 8 CLM01=6
            CLM                 | CLM*A:B*150***11:B:1*Y*A*Y*Y                | CLM@18 2300 8 CLM01=13
            CLM                 | CLM*A^B*150***11:B:1*Y*A*Y*Y                | CLM@18 2300 8 CLM01=12
            LX*2                | LX*3                                        | LX@23 2400 8 LX01=7
            DTP*472             | DTP*472*D8*20260230                         | DTP@22 2400 8 DTP03=8
            DTP*472             | DTP*472*RD8*20261110                        | DTP@22 2400 8 DTP03=8
            DMG                 | DMG*D8*19800101*9                           | DMG@16 2010BA 8 DMG03=7
            HL*2                | HL*3*1*22*0                                 | HL@11 2000B 8 HL01=7
            HL*2                | HL*2*7*22*0                                 | HL@11 2000B 8 HL02=7
            HL*2                | HL*2*1*22*1                                 | HL@11 2000B 8 HL04=7
            PER*IC              | PER*IC*OFFICE*TE                            | PER@4 1000A 8 PER04=2
            """)
    void shouldReportAFaultyElementOnce(String start, String by, String expected) {
        Verdict verdict = Interchange837.clean().replace(start.strip(), by.strip().replace("\\t", "\t")).verdict();
        assertThat(verdict.faults()).containsExactly(expected.strip());
        assertThat(verdict.sets.get(0).code()).isEqualTo(AcknowledgmentCode.R);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HI                  | REF    | REF@19 2300 8 REF01=1
            LX*1                | REF    | REF@20 2300 8 REF01=1
            LX*1                | DTP    | DTP@20 2300 8 DTP01=1
            SV1*HC:17000        | REF    | REF@21 2400 8 REF01=1
            CLM                 | REF    | REF@18 2010BB 8 REF01=1
            CLM                 | AMT    | AMT@18 2010BB 2
            NM1*40              | REF    | REF@5 1000A I4
            """)
    void shouldMissTheFirstElementOfAnEmptySegmentWhereverOneMayStand(String start, String empty, String expected) {
        assertThat(Interchange837.clean().before(start.strip(), empty.strip()).verdict().faults())
                .containsExactly(expected.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HL*1                | HL     | HL@6 2000A 8 HL01=1 HL03=1 HL04=I9
            HL*2                | HL     | HL@11 2000B 8 HL01=1 HL02=I9 HL03=1 HL04=I9
            REF*EI              | REF    | REF@10 2010AA 8 REF01=1 REF02=2
            """)
    void shouldPutAnEmptySegmentInThePlaceOfTheOneThatIsDue(String start, String empty, String expected) {
        assertThat(Interchange837.clean().replace(start.strip(), empty.strip()).verdict().faults())
                .containsExactly(expected.strip());
    }

    @Test
    void shouldCallASegmentOfAnotherTransactionSetOutOfPlace() {
        assertThat(Interchange837.clean().after("HI", "BPR*I*100").verdict().faults()).containsExactly("BPR@20 2300 6");
    }

    @Test
    void shouldCallAnUnknownSegmentUnrecognized() {
        Verdict verdict = Interchange837.clean().after("HI", "XXX*1").verdict();
        assertThat(verdict.faults()).containsExactly("XXX@20 2300 1");
        assertThat(verdict.sets.get(0).codes()).containsExactly(SetCode.SEGMENTS_IN_ERROR);
    }

    @Test
    void shouldCallASegmentThatTheGuideLeavesOutNotUsed() {
        assertThat(Interchange837.clean().after("NM1*85", "N2*MORE NAME").verdict().faults()).containsExactly("N2@8 2010AA I4");
    }

    @Test
    void shouldCountASegmentThatComesTooOften() {
        assertThat(Interchange837.clean().after("N3*1 MAIN", "N3*FLOOR 2").verdict().faults()).containsExactly("N3@9 2010AA 5");
    }

    @Test
    void shouldCountLinesBeyondFifty() {
        Interchange837 file = Interchange837.clean();
        for (int line = 51; line > 2; line--) {
            file.before("SE", "LX*" + (54 - line), "SV1*HC:17003*1*UN*1***1", "DTP*472*D8*20261110");
        }
        assertThat(file.verdict().faults()).containsExactly("LX@170 2400 4");
    }

    @Test
    void shouldCallASegmentAfterItsPlaceOutOfSequence() {
        assertThat(Interchange837.clean().after("HI", "DTP*431*D8*20261101").verdict().faults())
                .containsExactly("DTP@20 2300 7");
    }

    @Test
    void shouldPointAtAQualifierThatFitsNoPlace() {
        assertThat(Interchange837.clean().after("CLM", "REF*ZZ*1").verdict().faults()).containsExactly("REF@19 2300 8 REF01=I6");
    }

    @Test
    void shouldNameTheClaimOfAFault() {
        Verdict verdict = Interchange837.clean().drop("HI").verdict();
        assertThat(verdict.sets.get(0).findings().get(0).patientControlNumber()).isEqualTo("ACCT-1");
        assertThat(verdict.claims).extracting(Verdict.JudgedClaim::accepted).containsExactly(false);
    }

    @Test
    void shouldNotBlameAClaimForWhatIsMissingAboveIt() {
        Verdict verdict = Interchange837.clean().drop("NM1*PR").verdict();
        assertThat(verdict.faults()).containsExactly("NM1@17 2010BB I7");
        assertThat(verdict.sets.get(0).findings().get(0).patientControlNumber()).isEmpty();
    }

    @Test
    void shouldCallAWholeSubscriberMissingOnce() {
        Verdict verdict = Interchange837.clean().replace("N4*ANYTOWN", "N4*MILLBROOK*OH*432151234")
                .drop("HL*2").drop("SBR").drop("NM1*IL").drop("N3*2 ELM").drop("N4*ANYTOWN*OH*43215")
                .drop("DMG").drop("NM1*PR").verdict();
        assertThat(verdict.faults()).containsExactly("HL@11 2000B I7");
    }

    @Test
    void shouldNotJudgeTheContentOfAClaimWithAFaultyStructure() {
        Verdict verdict = Interchange837.clean().drop("HI").replace("CLM", "CLM*ACCT-1*999***11:B:1*Y*A*Y*Y").verdict();
        assertThat(verdict.claims.get(0).findings()).isEmpty();
    }

    @Test
    void shouldCallBothKindsOfFaultByTheirCodes() {
        Verdict verdict = Interchange837.clean().drop("HI").replace("BHT", "BHT**00*BATCH-1*20261120*0915*CH").verdict();
        assertThat(verdict.sets.get(0).codes())
                .containsExactly(SetCode.SEGMENTS_IN_ERROR, SetCode.IMPLEMENTATION_SEGMENTS_IN_ERROR);
    }
}
