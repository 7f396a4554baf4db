package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import dev.claimgate.store.PayerReplies;
import dev.claimgate.store.ReplyOutcome;
import dev.claimgate.store.ReplyWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one payer answers: fetched from its reply box, kept, confirmed, and applied to claims; and what it answered at once
 * to a delivery, applied too. A message is confirmed only when it is kept.
 */
final class ReplyCollection {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyCollection.class);

    private final Payer payer;
    private final PayerConnector connector;
    private final PayerBreaker breaker;
    private final PayerReplies replies;
    private final ReplyWork work;
    private final MeterRegistry meters;

    ReplyCollection(Payer payer, PayerConnector connector, PayerBreaker breaker, PayerReplies replies, ReplyWork work,
                    MeterRegistry meters) {
        this.payer = payer;
        this.connector = connector;
        this.breaker = breaker;
        this.replies = replies;
        this.work = work;
        this.meters = meters;
    }

    /** Fetches one message; whether there was a new one. While the breaker is open the payer is left alone. */
    Future<Boolean> fetch() {
        if (breaker.open()) {
            return Future.succeededFuture(false);
        }
        return connector.nextReply().compose(message -> message.isEmpty() ? Future.succeededFuture(false)
                : replies.keep(payer.id(), message.get().bytes())
                        .compose(isNew -> connector.confirm(message.get()).map(isNew)));
    }

    /** Applies one kept message; whether there was one. */
    Future<Boolean> apply() {
        return replies.applyNext(payer.id(), work).map(applied -> {
            applied.ifPresent(this::count);
            return applied.isPresent();
        });
    }

    private void count(ReplyOutcome outcome) {
        meters.counter("claimgate.payer.replies", "payer", payer.id(), "result", outcome.state()).increment();
        meters.counter("claimgate.payer.answers", "payer", payer.id(), "result", "unmatched")
                .increment(outcome.unmatched());
        if (!outcome.state().equals("APPLIED") || outcome.unmatched() > 0) {
            LOG.warn("payer {}: a reply is {}: {}", payer.id(), outcome.state(), outcome.note());
        }
    }
}
