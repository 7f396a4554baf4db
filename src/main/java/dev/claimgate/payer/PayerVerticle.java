package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * All traffic with one payer: claims out, replies in. Each payer has its own verticle, connections, breaker and deadlines,
 * so that a slow one delays no other.
 */
public final class PayerVerticle extends VerticleBase {
    /** How soon claims that became ready are noticed. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration LOOK_FOR_LATE = Duration.ofMinutes(1);

    private final Payer payer;
    private final PayerServices services;
    private List<Rounds> rounds = List.of();
    private PayerConnector connector;
    private Delivery delivery;

    public PayerVerticle(Payer payer, PayerServices services) {
        this.payer = payer;
        this.services = services;
    }

    @Override
    public Future<?> start() {
        connector = PayerConnectors.open(vertx, payer, services.clock());
        PayerBreaker breaker = services.breakers().of(payer);
        PayerWork work = new PayerWork(payer, services);
        delivery = new Delivery(payer, connector, breaker, services.outbound(), work,
                new Backoff(payer.retry(), () -> ThreadLocalRandom.current().nextDouble()), services.clock());
        ReplyCollection replies = new ReplyCollection(payer, connector, services, work);
        OverdueWatch overdue = new OverdueWatch(payer, services.overdue(), services.meters());
        Rounds deliveries = new Rounds(vertx, "delivery to payer " + payer.id(), LOOK_AGAIN, delivery::round);
        delivery.onArrival(deliveries::wake);
        rounds = List.of(
                deliveries,
                new Rounds(vertx, "reply box of payer " + payer.id(), payer.replyPoll(), replies::fetch),
                new Rounds(vertx, "replies of payer " + payer.id(), LOOK_AGAIN, replies::apply),
                new Rounds(vertx, "late answers of payer " + payer.id(), LOOK_FOR_LATE, overdue::look));
        rounds.forEach(Rounds::start);
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return Future.join(rounds.stream().map(Rounds::stop).toList()).eventually(delivery::ended).eventually(connector::close);
    }
}
