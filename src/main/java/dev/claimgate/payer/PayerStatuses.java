package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import dev.claimgate.store.PayerStatistics;
import dev.claimgate.store.PayerStatus;
import dev.claimgate.store.PayerStatusSource;
import io.vertx.core.Future;
import java.util.List;

/** How the payers stand, in the order of configuration: their breakers, and the claims of one partner. */
public final class PayerStatuses implements PayerStatusSource {
    private final List<Payer> payers;
    private final PayerBreakers breakers;
    private final PayerStatistics statistics;

    public PayerStatuses(List<Payer> payers, PayerBreakers breakers, PayerStatistics statistics) {
        this.payers = List.copyOf(payers);
        this.breakers = breakers;
        this.statistics = statistics;
    }

    @Override
    public Future<List<PayerStatus>> payerStatuses(String partnerId) {
        return statistics.of(partnerId).map(counts -> payers.stream().map(payer -> {
            PayerStatistics.Counts count = counts.getOrDefault(payer.id(), PayerStatistics.Counts.NONE);
            return new PayerStatus(payer.id(), payer.name(), breakers.of(payer).state(), count.waiting(), count.sent(),
                    count.failing());
        }).toList());
    }
}
