package dev.claimgate.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.SetCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    @Test
    void shouldAcceptACleanInterchange() {
        Verdict verdict = Interchange837.clean().verdict();
        assertThat(verdict.interchanges).extracting(InterchangeReport::code).containsExactly(AcknowledgmentCode.A);
        assertThat(verdict.groups).extracting(GroupReport::code).containsExactly(AcknowledgmentCode.A);
        assertThat(verdict.sets).extracting(SetReport::code).containsExactly(AcknowledgmentCode.A);
        assertThat(verdict.claims).hasSize(1).allMatch(Verdict.JudgedClaim::accepted);
        assertThat(verdict.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ISA*00|ISA*09|AUTHORIZATION_QUALIFIER
            *ZZ*NORTHSIDE|*QQ*NORTHSIDE|SENDER_QUALIFIER
            NORTHSIDE      *ZZ|               *ZZ|SENDER_ID
            *ZZ*CLAIMGATE|*QQ*CLAIMGATE|RECEIVER_QUALIFIER
            *261120*|*261320*|DATE
            *0915*^|*2515*^|TIME
            *^*|*U*|STANDARD_NOT_SUPPORTED
            *^*|*A*|STANDARDS_ID
            *00501*|*00401*|VERSION_NOT_SUPPORTED
            *00501*|*0050A*|VERSION_ID
            *000000101*1|*00000010A*1|CONTROL_NUMBER
            *1*T*|*2*T*|ACKNOWLEDGMENT_REQUESTED
            *1*T*|*1*X*|USAGE_INDICATOR
            """)
    void shouldNameTheFaultOfTheIsa(String right, String wrong, InterchangeCode note) {
        String text = Interchange837.clean().text();
        int end = 106;
        Verdict verdict = Verdict.on(text.substring(0, end).replace(right, wrong) + text.substring(end));
        assertThat(verdict.interchanges.get(0).code()).isEqualTo(AcknowledgmentCode.R);
        assertThat(verdict.interchanges.get(0).notes()).contains(note);
        assertThat(verdict.sets).isEmpty();
    }

    @Test
    void shouldReportEveryFaultOfTheIsaAtOnce() {
        Verdict verdict = Interchange837.clean().replace("ISA",
                "ISA*00*          *00*          *ZZ*NORTHSIDE      *ZZ*CLAIMGATE      *261120*0915*^*00501*000000101*7*Q*:").verdict();
        assertThat(verdict.interchanges.get(0).notes())
                .containsExactly(InterchangeCode.ACKNOWLEDGMENT_REQUESTED, InterchangeCode.USAGE_INDICATOR);
    }

    @Test
    void shouldReadAnIsaOfTheWrongLengthAndSaySo() {
        Verdict verdict = Interchange837.clean().replace("ISA",
                "ISA*00*          *00*          *ZZ*NORTHSIDE*ZZ*CLAIMGATE      *261120*0915*^*00501*000000101*1*T*:").verdict();
        assertThat(verdict.interchanges.get(0).notes()).containsExactly(InterchangeCode.SENDER_ID);
        assertThat(verdict.interchanges.get(0).header().controlNumber()).isEqualTo("000000101");
    }

    @Test
    void shouldRejectDifferentControlNumbersOfIsaAndIea() {
        assertThat(Interchange837.clean().replace("IEA", "IEA*1*000000999").verdict().interchanges.get(0).notes())
                .containsExactly(InterchangeCode.CONTROL_NUMBERS_DIFFER);
    }

    @Test
    void shouldRejectAWrongNumberOfGroups() {
        assertThat(Interchange837.clean().replace("IEA", "IEA*2*000000101").verdict().interchanges.get(0).notes())
                .containsExactly(InterchangeCode.GROUP_COUNT);
    }

    @Test
    void shouldRejectAnInterchangeWithoutItsEnd() {
        Verdict verdict = Interchange837.clean().drop("IEA").verdict();
        assertThat(verdict.interchanges.get(0).code()).isEqualTo(AcknowledgmentCode.R);
        assertThat(verdict.interchanges.get(0).notes()).containsExactly(InterchangeCode.PREMATURE_END);
    }

    @Test
    void shouldJudgeASecondInterchangeAfterABrokenOne() {
        String broken = Interchange837.clean().drop("SE").drop("GE").drop("IEA").text();
        Verdict verdict = Verdict.on(broken + Interchange837.clean().text());
        assertThat(verdict.interchanges).extracting(InterchangeReport::code)
                .containsExactly(AcknowledgmentCode.R, AcknowledgmentCode.A);
        assertThat(verdict.sets.get(0).codes()).contains(SetCode.TRAILER_MISSING);
        assertThat(verdict.groups.get(0).codes()).containsExactly(GroupCode.TRAILER_MISSING);
        assertThat(verdict.claims).hasSize(2);
    }

    @Test
    void shouldReadInterchangesWithDifferentDelimitersInOneFile() {
        String second = Interchange837.clean().text().replace('*', '|').replace(':', '>').replace("~", "\\\r\n").replace('^', '!');
        Verdict verdict = Verdict.on("\u00ef\u00bb\u00bf\r\n" + Interchange837.clean().terminatedBy("~\n").text() + " \0\u001a\r\n"
                + second + "   ");
        assertThat(verdict.interchanges).extracting(InterchangeReport::code)
                .containsExactly(AcknowledgmentCode.A, AcknowledgmentCode.A);
        assertThat(verdict.claims).hasSize(2).allMatch(Verdict.JudgedClaim::accepted);
        assertThat(verdict.unreadable).isEmpty();
    }

    @Test
    void shouldTakeAnAcknowledgementBeforeTheGroups() {
        Verdict verdict = Interchange837.clean().after("ISA", "TA1*000000007*261119*0900*A*000").verdict();
        assertThat(verdict.interchanges.get(0).notes()).isEmpty();
        assertThat(verdict.claims).hasSize(1);
    }

    @Test
    void shouldRejectWhatIsNoGroupInsideAnInterchange() {
        assertThat(Interchange837.clean().after("ISA", "NM1*41*2*X").verdict().interchanges.get(0).notes())
                .containsExactly(InterchangeCode.CONTENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GS|GS*HP*NORTHSIDE*CLAIMGATE*20261120*0915*101*X*005010X221A1|NOT_SUPPORTED
            GS|GS*HC*NORTHSIDE*CLAIMGATE*20261120*0915*101*X*005010X223A2|VERSION_NOT_SUPPORTED
            GS|GS*HC*NORTHSIDE*CLAIMGATE*20261120*0915*-101*X*005010X222A1|CONTROL_NUMBER_SYNTAX
            GE|GE*2*101|SET_COUNT_WRONG
            GE|GE*1*102|CONTROL_NUMBERS_DIFFER
            """)
    void shouldRejectAGroup(String start, String by, GroupCode code) {
        GroupReport group = Interchange837.clean().replace(start, by).verdict().groups.get(0);
        assertThat(group.code()).isEqualTo(AcknowledgmentCode.R);
        assertThat(group.codes()).contains(code);
        assertThat(group.setsAccepted()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GS*PO*NORTHSIDE*CLAIMGATE*20261120*0915*101*X*005010X222A1",
        "GS*HC*NORTHSIDE*CLAIMGATE*20261120*0915*10X*X*005010X222A1", "GS*HC*N*CLAIMGATE*20261120*0915*101*X*005010X222A1",
        "GS*HC*NORTHSIDE*CLAIMGATE*20261120*0915*1234567890*X*005010X222A1",
        "GS*HC*NORTHSIDE*CLAIMGATE*20261120*0915*101*X", "GS*HC*NORTHSIDE*CLAIMGATE*20261120*0915*101*X*005010 X222A1"})
    void shouldRejectTheInterchangeWhenNoAnswerCouldNameTheGroup(String gs) {
        Verdict verdict = Interchange837.clean().replace("GS", gs).verdict();
        assertThat(verdict.interchanges.get(0).notes()).containsExactly(InterchangeCode.CONTENT);
        assertThat(verdict.groups).isEmpty();
    }

    @Test
    void shouldRejectAGroupWithoutItsEnd() {
        assertThat(Interchange837.clean().drop("GE").verdict().groups.get(0).codes()).containsExactly(GroupCode.TRAILER_MISSING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ST|ST*835*0001*005010X222A1|NOT_IN_FUNCTIONAL_GROUP
            ST|ST*837*0001*005010X223A2|IMPLEMENTATION_NOT_SUPPORTED
            ST|ST*837*0001*005010X22|INVALID_IMPLEMENTATION_REFERENCE
            ST|ST*837*00 1*005010X222A1|INVALID_CONTROL_NUMBER
            SE|SE*99*0001|SEGMENT_COUNT_WRONG
            SE|SE*@*0002|CONTROL_NUMBERS_DIFFER
            """)
    void shouldRejectATransactionSet(String start, String by, SetCode code) {
        Verdict verdict = Interchange837.clean().replace(start, by).verdict();
        SetReport set = verdict.sets.get(0);
        assertThat(set.code()).isEqualTo(AcknowledgmentCode.R);
        assertThat(set.codes()).contains(code);
        assertThat(verdict.groups.get(0).code()).isEqualTo(AcknowledgmentCode.R);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ST*837**005010X222A1", "ST*837*001*005010X222A1", "ST**0001*005010X222A1", "ST*999*0001*005010X231A1",
        "ST*83*0001*005010X222A1", "ST*837*    *005010X222A1"})
    void shouldRejectTheGroupWhenNoAnswerCouldNameTheSet(String st) {
        Verdict verdict = Interchange837.clean().replace("ST", st).verdict();
        assertThat(verdict.sets).isEmpty();
        assertThat(verdict.groups.get(0).codes()).containsExactly(GroupCode.SET_COUNT_WRONG);
    }

    @ParameterizedTest
    @CsvSource({"hello", "'%PDF-1.7 binary'", "ISA*00*too short~", "'ISA'"})
    void shouldCallUnreadableWhatIsNoInterchange(String text) {
        Verdict verdict = Verdict.on(text);
        assertThat(verdict.unreadable).hasSize(1);
        assertThat(verdict.interchanges).isEmpty();
    }

    @Test
    void shouldCallAnEmptyFileUnreadable() {
        assertThat(Verdict.on(" \r\n").unreadable).hasSize(1);
    }

    @Test
    void shouldEndTheReadingAtASegmentWithoutEnd() {
        Verdict verdict = Verdict.on(Interchange837.clean().drop("IEA").text() + "NM1*" + "A".repeat(200_000));
        assertThat(verdict.interchanges.get(0).notes()).containsExactly(InterchangeCode.CONTROL_STRUCTURE);
    }

    @Test
    void shouldAnswerTruncationAnywhereWithOneVerdict() {
        byte[] whole = Interchange837.clean().text().getBytes(StandardCharsets.ISO_8859_1);
        for (int length = 0; length < whole.length - 1; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            Verdict verdict = Verdict.on(cut, 64);
            assertThat(verdict.unreadable.size() + verdict.interchanges.size()).as("cut at %d", length).isEqualTo(1);
            assertThat(verdict.interchanges).allMatch(i -> i.code() == AcknowledgmentCode.R);
        }
    }

    @Test
    void shouldGiveTheSameVerdictHoweverTheFileIsCut() {
        byte[] bytes = Interchange837.clean().replace("N4*ANYTOWN*OH*432151234", "N4**OH*1").terminatedBy("~\r\n").text()
                .getBytes(StandardCharsets.ISO_8859_1);
        String whole = Verdict.on(bytes, bytes.length).toString();
        for (int piece = 1; piece < 200; piece++) {
            assertThat(Verdict.on(bytes, piece)).hasToString(whole);
        }
    }
}
