package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.partner.ExpectedAnswers;
import dev.claimgate.store.OverdueAnswers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a payer owes us, and when it came. */
class PayerAnswerTimesIT extends DeliveredClaims {
    @Test
    void shouldCountWhatIsAnsweredTooLate() {
        ExpectedAnswers hours = new ExpectedAnswers(ExpectedAnswers.Ta1.ASKED, Duration.ofHours(1), Duration.ofHours(4),
                Duration.ofHours(8));
        ExpectedAnswers none = new ExpectedAnswers(ExpectedAnswers.Ta1.NOT_ASKED, Duration.ofHours(1), Duration.ZERO,
                Duration.ZERO);
        send();

        assertThat(late(Duration.ofMinutes(59), hours)).isEqualTo(new OverdueAnswers.Counts(0, 0, 0));
        assertThat(late(Duration.ofHours(3), hours)).isEqualTo(new OverdueAnswers.Counts(1, 0, 0));
        assertThat(late(Duration.ofHours(5), hours)).isEqualTo(new OverdueAnswers.Counts(1, 1, 0));
        assertThat(late(Duration.ofHours(9), hours)).isEqualTo(new OverdueAnswers.Counts(1, 1, 2));
        assertThat(late(Duration.ofHours(9), none)).isEqualTo(new OverdueAnswers.Counts(0, 0, 0));
        apply(syntax("A"));
        assertThat(late(Duration.ofHours(9), hours)).isEqualTo(new OverdueAnswers.Counts(0, 0, 2));
    }

    @Test
    void shouldKeepApartWhenItWasSentAcknowledgedAndAnswered() {
        send();
        assertThat(facts()).isEqualTo("sent");
        apply(ta1(1, "A", "000"));
        assertThat(facts()).isEqualTo("sent ta1");
        apply(syntax("A"));
        assertThat(facts()).isEqualTo("sent ta1 acknowledged");
        apply(claims(5, "TRN*2*A1~STC*A2:20*20260106*WQ*125.5~"));
        assertThat(facts()).as("one claim waits").isEqualTo("sent ta1 acknowledged");
        apply(claims(6, "TRN*2*A2~STC*A2:20*20260106*WQ*125.5~"));
        assertThat(facts()).isEqualTo("sent ta1 acknowledged answered");
    }

    @Test
    void shouldListWhatIsLateAndWhatNobodyUnderstands() {
        ExpectedAnswers hours = new ExpectedAnswers(ExpectedAnswers.Ta1.ASKED, Duration.ofHours(1), Duration.ofHours(4),
                Duration.ofHours(8));
        send();
        assertThat(alerts(Duration.ofHours(3), hours)).containsExactly("TA1_MISSING 1 2");
        apply(ta1(1, "A", "000"));
        apply("<html>");
        assertThat(alerts(Duration.ofHours(3), hours)).containsExactly("REPLY_UNREADABLE 0 0");
        assertThat(alerts(Duration.ofHours(9), hours)).containsExactly("ACKNOWLEDGEMENT_MISSING 1 2",
                "CLAIM_ANSWERS_MISSING 1 2", "REPLY_UNREADABLE 0 0");
        apply(claims(5, "TRN*2*A1~STC*A2:20*20260106*WQ*125.5~", "TRN*2*NOBODY~STC*A2:20*20260106*WQ*125.5~"));
        apply(syntax("A"));
        assertThat(alerts(Duration.ofHours(9), hours)).containsExactly("CLAIM_ANSWERS_MISSING 1 1", "REPLY_UNMATCHED 0 0",
                "REPLY_UNREADABLE 0 0");
    }

    private List<String> alerts(Duration after, ExpectedAnswers expected) {
        return await(new OverdueAnswers(pool, Clock.offset(Clock.systemUTC(), after)).alerts("evergreen", expected)).stream()
                .map(alert -> alert.kind() + " " + alert.controlNumber().orElse(0) + " " + alert.claims()).toList();
    }

    private OverdueAnswers.Counts late(Duration after, ExpectedAnswers expected) {
        return await(new OverdueAnswers(pool, Clock.offset(Clock.systemUTC(), after)).of("evergreen", expected));
    }
}
