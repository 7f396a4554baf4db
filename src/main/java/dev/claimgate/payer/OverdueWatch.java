package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import dev.claimgate.store.OverdueAnswers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for answers of one payer that are late: a gauge for each kind, a line in the log when some become so, and a call of the
 * operators' webhook, also for answers that nobody understands.
 */
final class OverdueWatch {
    private static final Logger LOG = LoggerFactory.getLogger(OverdueWatch.class);

    private final Payer payer;
    private final OverdueAnswers answers;
    private volatile OverdueAnswers.Counts late = OverdueAnswers.Counts.NONE;

    OverdueWatch(Payer payer, OverdueAnswers answers, MeterRegistry meters) {
        this.payer = payer;
        this.answers = answers;
        Gauge.builder("claimgate.payer.overdue", this, watch -> watch.late.envelopes())
                .tags("payer", payer.id(), "answer", "TA1").register(meters);
        Gauge.builder("claimgate.payer.overdue", this, watch -> watch.late.interchanges())
                .tags("payer", payer.id(), "answer", "999").register(meters);
        Gauge.builder("claimgate.payer.overdue", this, watch -> watch.late.claims())
                .tags("payer", payer.id(), "answer", "claims").register(meters);
    }

    /** Never asks for another round at once. */
    Future<Boolean> look() {
        return answers.of(payer.id(), payer.expected()).compose(counts -> {
            if (counts.exceed(late)) {
                LOG.warn("payer {}: late are the TA1 of {} interchanges, the 999 of {} and the answers for {} claims",
                        payer.id(), counts.envelopes(), counts.interchanges(), counts.claims());
            }
            late = counts;
            return answers.tell(payer.id(), payer.expected()).map(false);
        });
    }
}
