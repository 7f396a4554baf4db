package dev.claimgate;

import dev.claimgate.store.Queues;
import dev.claimgate.store.Queues.Queue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows how long every queue is and how old its oldest entry; while the database does not answer, as it was before. */
final class QueueWatch extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(QueueWatch.class);
    private static final long LOOK_MILLIS = 30_000;

    private final Queues queues;
    private volatile Map<Queue, Queues.Length> lengths = Map.of();

    QueueWatch(Queues queues, MeterRegistry meters) {
        this.queues = queues;
        for (Queue queue : Queue.values()) {
            String name = queue.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Gauge.builder("claimgate.queue.size", () -> of(queue).size()).tag("queue", name)
                    .description("what waits in the database, for all its gateways").register(meters);
            TimeGauge.builder("claimgate.queue.age", () -> of(queue).age().toMillis(), TimeUnit.MILLISECONDS).tag("queue", name)
                    .description("how long the oldest of it waits").register(meters);
        }
    }

    private Queues.Length of(Queue queue) {
        return lengths.getOrDefault(queue, Queues.Length.NONE);
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(LOOK_MILLIS, timer -> look());
        return look().otherwiseEmpty();
    }

    private Future<Void> look() {
        return queues.lengths()
                .onFailure(failure -> LOG.debug("the queues cannot be counted now: {}", failure.getClass().getSimpleName()))
                .<Void>map(found -> {
                    lengths = found;
                    return null;
                });
    }
}
