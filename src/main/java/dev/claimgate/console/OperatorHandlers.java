package dev.claimgate.console;

import dev.claimgate.store.PayerGates;
import dev.claimgate.store.PayerStatus;
import dev.claimgate.store.PayerStatusSource;
import dev.claimgate.web.Callers;
import dev.claimgate.web.MediaTypes;
import dev.claimgate.web.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** What operators do to payers, and what they have to look at. The key check has made sure that it is one of them. */
final class OperatorHandlers {
    private final PayerStatusSource payers;
    private final PayerGates gates;

    OperatorHandlers(PayerStatusSource payers, PayerGates gates) {
        this.payers = payers;
        this.gates = gates;
    }

    private interface Change {
        Future<Void> of(String payerId, String operatorId);
    }

    void hold(RoutingContext context) {
        String note = Optional.ofNullable(context.request().getParam("note")).orElse("");
        change(context, (payerId, operatorId) -> gates.hold(payerId, operatorId, note));
    }

    void release(RoutingContext context) {
        change(context, gates::release);
    }

    void alerts(RoutingContext context) {
        payers.alerts().compose(alerts -> send(context, PayerJson.alerts(alerts)))
                .onFailure(failure -> Failures.reading(context, failure));
    }

    /** Answers with how the payer stands after it. */
    private void change(RoutingContext context, Change change) {
        String payerId = context.pathParam("id");
        status(payerId).compose(known -> known.isEmpty() ? noPayer(context)
                        : change.of(payerId, Callers.operator(context).orElseThrow())
                                .compose(changed -> status(payerId))
                                .compose(status -> send(context, PayerJson.of(status.orElseThrow(), true))))
                .onFailure(failure -> Failures.reading(context, failure));
    }

    private Future<Optional<PayerStatus>> status(String payerId) {
        return payers.payerStatuses(Optional.empty())
                .map(all -> all.stream().filter(payer -> payer.id().equals(payerId)).findFirst());
    }

    private static Future<Void> noPayer(RoutingContext context) {
        return Problem.of(404, "payer: none has this id, must be one that GET /v1/payers lists").send(context.response());
    }

    private static Future<Void> send(RoutingContext context, JsonObject json) {
        return context.response().putHeader("Content-Type", MediaTypes.JSON).end(json.toBuffer());
    }
}
