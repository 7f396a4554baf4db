package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import dev.claimgate.store.PayerGates;
import dev.claimgate.store.PayerReplies;
import dev.claimgate.store.ReplyOutcome;
import dev.claimgate.store.ReplyWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
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
    private final PayerGates gates;
    private final Clock clock;

    ReplyCollection(Payer payer, PayerConnector connector, PayerServices services, ReplyWork work) {
        this.payer = payer;
        this.connector = connector;
        this.breaker = services.breakers().of(payer);
        this.replies = services.replies();
        this.work = work;
        this.meters = services.meters();
        this.gates = services.gates();
        this.clock = services.clock();
    }

    /** Fetches one message; whether there was a new one. While its breaker is open, or it asked for it, it is left alone. */
    Future<Boolean> fetch() {
        return breaker.open() ? Future.succeededFuture(false)
                : gates.paused(payer.id()).compose(paused -> paused ? Future.succeededFuture(false) : fetchNow());
    }

    private Future<Boolean> fetchNow() {
        return connector.nextReply().recover(this::pause).compose(message -> message.isEmpty() ? Future.succeededFuture(false)
                : replies.keep(payer.id(), message.get().bytes())
                        .compose(isNew -> connector.confirm(message.get()).map(isNew)));
    }

    /** Where the payer names no time, its reply box is left alone for as long as a first failed delivery. */
    private Future<Optional<PayerConnector.Message>> pause(Throwable failure) {
        if (!(failure instanceof PayerUnavailableException why && why.busy())) {
            return Future.failedFuture(failure);
        }
        Duration wait = why.retryAfter().isZero() ? payer.retry().first() : why.retryAfter();
        return gates.pause(payer.id(), OffsetDateTime.now(clock).plus(wait)).compose(v -> Future.failedFuture(failure));
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
