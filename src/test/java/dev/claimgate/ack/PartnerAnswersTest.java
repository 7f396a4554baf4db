package dev.claimgate.ack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.Interchange837;
import dev.claimgate.validation.SyntaxScope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the 999 and the 277CA say of one claim at fault, with the set or by itself. */
class PartnerAnswersTest {
    private static final EnginePolicy CLAIM_BY_CLAIM =
            EnginePolicy.DEFAULT.with(SyntaxScope.CLAIM, EnginePolicy.DEFAULT.versions(), Set.of());

    /** The second of two claims names an accident and no date. */
    private static final String FILE = Interchange837.clean().before("SE", "CLM*ACCT-2*100***11:B:1*Y*A*Y*Y**OA", "HI*ABK:L570",
            "LX*1", "SV1*HC:17000*100*UN*1***1", "DTP*472*D8*20261110").text();
    private static final List<String> FAULT = List.of("IK3*DTP*27*2300*I6",
            "CTX*SITUATIONAL TRIGGER*CLM*26*2300*11:1*1362", "CTX*CLM01:ACCT-2");

    @Test
    void shouldNameTheTriggerAndTheClaimOfAFaultThatRejectsTheSet() {
        Answers answers = Answers.to(FILE);
        assertThat(answers.sets(AcknowledgementKind.IMPLEMENTATION)).containsSubsequence(FAULT)
                .contains("IK5*R*I5", "AK9*R*1*1*0");
        assertThat(answers.kinds()).doesNotContain(AcknowledgementKind.CLAIM);
    }

    @Test
    void shouldAcceptTheSetWithErrorsAndRejectTheClaimAlone() {
        Answers answers = Answers.to(FILE, CLAIM_BY_CLAIM);
        assertThat(answers.sets(AcknowledgementKind.IMPLEMENTATION)).containsSubsequence(FAULT)
                .contains("IK5*E*I5", "AK9*E*1*1*1");
        List<String> claims = answers.sets(AcknowledgementKind.CLAIM);
        assertThat(claims).contains("QTY*90*1", "QTY*AA*1", "AMT*YU*150", "AMT*YY*100");
        assertThat(claims.get(claims.indexOf("TRN*2*ACCT-1") + 1)).contains("*WQ*");
        assertThat(claims.get(claims.indexOf("TRN*2*ACCT-2") + 1)).startsWith("STC*A3:684*").contains("*U*");
    }

    @Test
    void shouldNameTheTriggerBesideTheElement() {
        Answers answers = Answers.to(Interchange837.clean().after("CLM", "PWK*OZ*BM").text());
        assertThat(answers.sets(AcknowledgementKind.IMPLEMENTATION)).containsSubsequence("IK3*PWK*19*2300*8",
                "CTX*CLM01:ACCT-1", "IK4*5*66*I9", "CTX*SITUATIONAL TRIGGER*PWK*19*2300*2*756", "IK4*6*67*I9",
                "CTX*SITUATIONAL TRIGGER*PWK*19*2300*2*756");
    }
}
