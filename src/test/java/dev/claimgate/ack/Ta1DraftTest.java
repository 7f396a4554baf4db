package dev.claimgate.ack;

import static dev.claimgate.validation.AcknowledgmentCode.A;
import static dev.claimgate.validation.AcknowledgmentCode.R;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.validation.Interchange837;
import org.junit.jupiter.api.Test;

class Ta1DraftTest {
    @Test
    void shouldAnswerTheEnvelopeWhenItAsksForIt() {
        Answers answers = Answers.to(Interchange837.clean().text());

        assertThat(answers.kinds()).containsExactly(AcknowledgementKind.TA1, AcknowledgementKind.IMPLEMENTATION,
                AcknowledgementKind.CLAIM);
        assertThat(answers.interchange(AcknowledgementKind.TA1)).containsExactly(
                "ISA*00*          *00*          *ZZ*CLAIMGATE      *ZZ*NORTHSIDE      *261123*1200*^*00501*000000042*0*T*:",
                "TA1*000000101*261120*0915*A*000",
                "IEA*0*000000042");
    }

    @Test
    void shouldKeepSilentAboutACleanEnvelopeThatDoesNotAsk() {
        assertThat(new Answers().open().close(A).kinds()).isEmpty();
    }

    @Test
    void shouldTellTheFirstFaultOfAnInterchange() {
        Answers answers = new Answers().open().close(R, InterchangeCode.CONTROL_NUMBERS_DIFFER, InterchangeCode.GROUP_COUNT);

        assertThat(answers.interchange(AcknowledgementKind.TA1)).containsExactly(
                "ISA*00*          *00*          *30*CLAIMGATE      *ZZ*NORTHSIDE      *261123*1200*^*00501*000000042*0*P*:",
                "TA1*000000101*261122*0915*R*001",
                "IEA*0*000000042");
    }

    @Test
    void shouldSayNothingElseAboutAnInterchangeThatIsRejected() {
        Answers answers = Answers.to(Interchange837.clean().replace("IEA*", "IEA*1*000000999").text());

        assertThat(answers.kinds()).containsExactly(AcknowledgementKind.TA1);
        assertThat(answers.interchange(AcknowledgementKind.TA1)).contains("TA1*000000101*261120*0915*R*001");
    }
}
