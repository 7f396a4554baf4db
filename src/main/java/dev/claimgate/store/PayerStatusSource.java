package dev.claimgate.store;

import io.vertx.core.Future;
import java.util.List;

/** Where the console learns how the payers stand; the payer edge answers. The two meet here because edges know no other. */
@FunctionalInterface
public interface PayerStatusSource {
    /**
     * One status per configured payer, in the order of {@code conf/payers.yaml}.
     *
     * @param partnerId whose claims are counted
     */
    Future<List<PayerStatus>> payerStatuses(String partnerId);
}
