package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import dev.claimgate.reply.UnreadableReplyException;
import dev.claimgate.store.OutboundDelivery;
import dev.claimgate.store.OutboundInterchanges;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivery to one payer, in rounds. A round takes the interchange that is due and begins to deliver it; where none is, it makes
 * one of the claims that wait, also while others are still under way, as many as the payer's bulkhead lets through. What fails
 * stays in the database with the time of its next attempt. Lives on one event loop.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** Interchanges made before those that are ready went out; more would only wait. */
    private static final int READY_MAX = 64;
    /** Made while others are under way: enough that the next can leave when the one before has arrived. */
    private static final int AHEAD_MAX = 2;

    private final Payer payer;
    private final PayerConnector connector;
    private final PayerBreaker breaker;
    private final OutboundInterchanges outbound;
    private final PayerWork work;
    private final Backoff backoff;
    private final Clock clock;
    private final Set<Future<Void>> underWay = new HashSet<>();
    private Runnable arrived = () -> { };
    private int ahead;

    Delivery(Payer payer, PayerConnector connector, PayerBreaker breaker, OutboundInterchanges outbound,
             PayerWork work, Backoff backoff, Clock clock) {
        this.payer = payer;
        this.connector = connector;
        this.breaker = breaker;
        this.outbound = outbound;
        this.work = work;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** @param action done whenever a delivery has ended, well or not: another round is worth while then */
    void onArrival(Runnable action) {
        arrived = action;
    }

    /**
     * Whether an attempt was begun or an interchange made, so that another round is worth while at once. Not when some wait
     * already: claims for a payer that fails are better off as claims.
     */
    Future<Boolean> round() {
        if (!payer.windows().open(clock.instant()) || probing() || !breaker.acquire()) {
            return Future.succeededFuture(false);
        }
        return take().transform(taken -> {
            if (taken.succeeded() && taken.result().isPresent()) {
                ahead = Math.max(0, ahead - 1);
                begin(taken.result().get());
                return Future.succeededFuture(true);
            }
            breaker.release();
            return taken.succeeded() ? make() : Future.failedFuture(taken.cause());
        });
    }

    /** One call tells whether the payer is back; the next one waits for its answer. */
    private boolean probing() {
        return breaker.halfOpen() && !underWay.isEmpty();
    }

    private Future<Boolean> make() {
        if (!underWay.isEmpty() && ahead >= AHEAD_MAX) {
            return Future.succeededFuture(false);
        }
        return outbound.prepare(payer.id(), claimsMax(), readyMax(), work).map(made -> {
            ahead += made;
            return made > 0 && ahead <= AHEAD_MAX;
        });
    }

    private void begin(OutboundDelivery delivery) {
        Future<Void> attempt = attempt(delivery);
        underWay.add(attempt);
        attempt.onComplete(done -> {
            underWay.remove(attempt);
            arrived.run();
        }).onFailure(failure -> LOG.warn("payer {}: what became of interchange {} is not kept ({}); it is sent again", payer.id(),
                delivery.controlNumber(), failure.getClass().getSimpleName()));
    }

    /** When all that is under way has ended. */
    Future<Void> ended() {
        return Future.join(List.copyOf(underWay)).transform(done -> Future.succeededFuture());
    }

    /** What only tells whether the payer is there again may be small. */
    private int claimsMax() {
        return breaker.halfOpen() ? payer.limits().probeClaimsMax() : payer.limits().claimsPerInterchangeMax();
    }

    /** One probe is enough, however long the payer is down. */
    private int readyMax() {
        return breaker.halfOpen() ? 1 : READY_MAX;
    }

    /** Taken for longer than an attempt can last; if we die, it is due again after that. */
    private Future<Optional<OutboundDelivery>> take() {
        return outbound.take(payer.id(), payer.limits().timeout().multipliedBy(2), breaker.halfOpen());
    }

    private Future<Void> attempt(OutboundDelivery delivery) {
        return breaker.call(() -> connector.deliver(delivery).compose(this::understood)).transform(done -> {
            if (done.succeeded()) {
                return outbound.sent(payer.id(), delivery, done.result());
            }
            if (done.cause() instanceof PayerRefusedException refusal) {
                LOG.warn("payer {}: interchange {} refused: {}", payer.id(), delivery.controlNumber(),
                        refusal.getMessage());
                return outbound.refused(payer.id(), delivery, refusal.getMessage(), refusal.answer());
            }
            return failed(delivery, done.cause());
        });
    }

    /** What is no acknowledgement proves nothing: the interchange is sent again, and known again if it was there. */
    private Future<Buffer> understood(Buffer answer) {
        return answer.length() == 0 ? Future.succeededFuture(answer)
                : work.read(answer.getBytes()).map(answer).recover(failure -> Future.failedFuture(
                        failure instanceof UnreadableReplyException why
                                ? new PayerUnavailableException("the payer's answer is no acknowledgement: " + why.getMessage())
                                : failure));
    }

    private Future<Void> failed(OutboundDelivery delivery, Throwable cause) {
        Duration wait = backoff.after(delivery.attempt());
        Duration delay = longer(wait, cause instanceof PayerUnavailableException why ? why.retryAfter() : Duration.ZERO);
        String error = cause instanceof PayerUnavailableException ? cause.getMessage()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        LOG.info("payer {}: interchange {}, attempt {} failed ({}), next in {} ms", payer.id(),
                delivery.controlNumber(), delivery.attempt(), error, delay.toMillis());
        boolean busy = cause instanceof PayerUnavailableException why && why.busy();
        return busy ? outbound.busy(payer.id(), delivery, error, wait, delay) : outbound.failed(delivery, error, delay);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
