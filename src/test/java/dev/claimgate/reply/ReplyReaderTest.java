package dev.claimgate.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReplyReaderTest {
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*EVG01          *ZZ*CLAIMGATE      *260106*0900*^*00501*000000009*0*P*:~\n";
    private static final String SYNTAX = ISA + """
            TA1*000000017*260106*0805*A*000~
            GS*FA*EVG01*CLAIMGATE*20260106*0900*9*X*005010X231A1~
            ST*999*0001*005010X231A1~
            AK1*HC*17*005010X222A1~
            AK2*837*0001*005010X222A1~
            IK3*CLM*22**8~
            IK4*2*782*1~
            IK5*R*5*I5~
            AK9*R*1*1*0~
            SE*8*0001~
            GE*1*9~
            IEA*1*000000009~
            """;
    private static final String CLAIMS = ISA + """
            GS*HN*EVG01*CLAIMGATE*20260106*0900*9*X*005010X214~
            ST*277*0001*005010X214~
            BHT*0085*08*X1*20260106*0900*TH~
            HL*1**20*1~
            NM1*PR*2*EVERGREEN*****PI*EVG01~
            TRN*1*X1~
            HL*2*1*21*1~
            NM1*41*2*CLAIMGATE*****46*CLAIMGATE~
            TRN*2*20260106000000017~
            STC*A1:19:PR*20260106*WQ*200~
            HL*3*2*19*1~
            NM1*85*2*NORTHSIDE*****XX*1234567893~
            HL*4*3*PT~
            NM1*QC*1*TESTER*ADA****MI*MEM1~
            TRN*2*A1~
            STC*A2:20*20260106*WQ*100~
            REF*1K*PAYER77~
            REF*D9*500~
            HL*5*3*PT~
            NM1*QC*1*TESTER*BOB****MI*MEM2~
            TRN*2*A2~
            STC*A3:247*20260106*U*100******A8:128:85**SEE LINE~
            REF*D9*501~
            SVC*HC:99213*100*****1~
            STC*A7:507**U~
            REF*FJ*LINE1~
            HL*6*2*19*0~
            NM1*85*2*SOUTHSIDE*****XX*1234567802~
            TRN*1*0~
            STC*A8:496:85*20260106*U*40~
            SE*31*0001~
            GE*1*9~
            IEA*1*000000009~
            """;

    private static PayerReply read(String text) {
        return ReplyReader.read(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void shouldReadTa1AndImplementationAcknowledgment() {
        PayerReply reply = read(SYNTAX);

        assertThat(reply.envelopes()).containsExactly(new EnvelopeAnswer("000000017", "A", "000"));
        assertThat(reply.sets()).containsExactly(new SetAnswer("17", "0001", false, "R 5 I5"));
        assertThat(reply.claimReports()).isEmpty();
    }

    @Test
    void shouldTakeGroupsRejectedAsAWhole() {
        String rejected = SYNTAX.replaceAll("(?s)AK2.*AK9\\*R\\*1\\*1\\*0", "AK9*R*1*1*0*2");

        assertThat(read(rejected).sets()).containsExactly(new SetAnswer("17", "", false, "R 2"));
    }

    @Test
    void shouldReadVerdictsOnClaims() {
        ClaimReport report = read(CLAIMS).claimReports().get(0);

        assertThat(report.originatorId()).isEqualTo("20260106000000017");
        assertThat(report.set()).hasValueSatisfying(set -> assertThat(set.accepted()).isTrue());
        ClaimAnswer accepted = report.claims().get(0);
        assertThat(accepted.patientControlNumber()).isEqualTo("A1");
        assertThat(accepted.intermediaryNumber()).isEqualTo("500");
        assertThat(accepted.payerClaimNumber()).isEqualTo("PAYER77");
        assertThat(accepted.verdict().accepted()).isTrue();
        assertThat(accepted.verdict().codes()).isEqualTo("A2:20");
        ClaimAnswer rejected = report.claims().get(1);
        assertThat(rejected.verdict().accepted()).isFalse();
        assertThat(rejected.verdict().codes()).isEqualTo("A3:247 A8:128:85");
        assertThat(rejected.lines()).extracting(ReplySegment::id).containsExactly("SVC", "STC", "REF");
        assertThat(report.providers()).singleElement()
                .satisfies(provider -> assertThat(provider.providerId()).isEqualTo("1234567802"));
    }

    @Test
    void shouldReadOtherDelimitersAndSeveralInterchanges() {
        String other = CLAIMS.replace("~\n", "\n").replace('*', '|').replace(':', '>');

        PayerReply reply = read(SYNTAX + other);

        assertThat(reply.sets()).hasSize(1);
        assertThat(reply.claimReports().get(0).claims().get(1).verdict().codes()).isEqualTo("A3:247 A8:128:85");
    }

    @Test
    void shouldSayWhyAMessageCannotBeRead() {
        assertThatThrownBy(() -> read("<html>")).isInstanceOf(UnreadableReplyException.class)
                .hasMessageStartingWith("byte 0: ");
        assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableReplyException.class);
        assertThatThrownBy(() -> read(ISA + "IEA*0*000000009~")).isInstanceOf(UnreadableReplyException.class)
                .hasMessage("the message holds no TA1, no 999, no 277 and no claim of an 835");
    }

    @Property(tries = 500)
    void shouldNeverFailOtherwiseOnDamagedMessages(@ForAll @IntRange(max = 1200) int at, @ForAll byte wrong) {
        byte[] bytes = CLAIMS.getBytes(StandardCharsets.ISO_8859_1);
        bytes[at % bytes.length] = wrong;
        try {
            assertThat(ReplyReader.read(bytes).isEmpty()).isFalse();
        } catch (UnreadableReplyException e) {
            assertThat(e).hasMessageNotContaining("TESTER");
        }
    }
}
