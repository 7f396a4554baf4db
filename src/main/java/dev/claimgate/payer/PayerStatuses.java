package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import dev.claimgate.store.OverdueAnswers;
import dev.claimgate.store.PayerAlert;
import dev.claimgate.store.PayerGate;
import dev.claimgate.store.PayerGates;
import dev.claimgate.store.PayerStatistics;
import dev.claimgate.store.PayerStatus;
import dev.claimgate.store.PayerStatusSource;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the payers stand, in the order of configuration: breakers of this gateway, and what the database knows. */
public final class PayerStatuses implements PayerStatusSource {
    private final List<Payer> payers;
    private final PayerBreakers breakers;
    private final PayerStatistics statistics;
    private final PayerGates gates;
    private final OverdueAnswers overdue;
    private final Clock clock;

    public PayerStatuses(List<Payer> payers, PayerBreakers breakers, PayerStatistics statistics, PayerGates gates,
                         OverdueAnswers overdue, Clock clock) {
        this.payers = List.copyOf(payers);
        this.breakers = breakers;
        this.statistics = statistics;
        this.gates = gates;
        this.overdue = overdue;
        this.clock = clock;
    }

    @Override
    public Future<List<PayerStatus>> payerStatuses(Optional<String> partnerId) {
        return statistics.of(partnerId).compose(counts -> gates.all().compose(gate -> {
            List<PayerStatus> statuses = new ArrayList<>();
            Future<Void> done = Future.succeededFuture();
            for (Payer payer : payers) {
                done = done.compose(v -> overdue.of(payer.id(), payer.expected()))
                        .map(late -> add(statuses, status(payer, counts, gate, late)));
            }
            return done.map(statuses);
        }));
    }

    private PayerStatus status(Payer payer, Map<String, PayerStatistics.Counts> counts, Map<String, PayerGate> gate,
                               OverdueAnswers.Counts late) {
        PayerBreaker breaker = breakers.of(payer);
        return new PayerStatus(payer.id(), payer.name(), breaker.state(),
                counts.getOrDefault(payer.id(), PayerStatistics.Counts.NONE), gate.getOrDefault(payer.id(), PayerGate.OPEN),
                payer.windows(), payer.windows().open(clock.instant()), breaker.traffic(payer.limits()), late);
    }

    private static <T> Void add(List<T> list, T item) {
        list.add(item);
        return null;
    }

    @Override
    public Future<List<PayerAlert>> alerts() {
        List<PayerAlert> alerts = new ArrayList<>();
        Future<Void> done = Future.succeededFuture();
        for (Payer payer : payers) {
            done = done.compose(v -> overdue.alerts(payer.id(), payer.expected())).map(found -> {
                alerts.addAll(found);
                return null;
            });
        }
        return done.map(v -> alerts.stream().sorted(Comparator.comparing(PayerAlert::sentAt)).toList());
    }
}
