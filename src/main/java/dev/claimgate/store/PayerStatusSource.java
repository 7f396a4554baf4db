package dev.claimgate.store;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Where the console learns how the payers stand; the payer edge answers. The two meet here because edges know no other. */
public interface PayerStatusSource {
    /**
     * One status per configured payer, in the order of {@code conf/payers.yaml}.
     *
     * @param partnerId whose claims are counted; empty counts those of all
     */
    Future<List<PayerStatus>> payerStatuses(Optional<String> partnerId);

    /** What an operator has to look at, oldest first. */
    Future<List<PayerAlert>> alerts();
}
