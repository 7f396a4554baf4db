package dev.claimgate.console;

import dev.claimgate.partner.SendingWindows;
import dev.claimgate.store.OverdueAnswers;
import dev.claimgate.store.PayerAlert;
import dev.claimgate.store.PayerGate;
import dev.claimgate.store.PayerStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;

/** Payers and alerts as the API shows them; the schemas of {@code openapi.yaml}. */
final class PayerJson {
    private static final int DAY_LETTERS = 3;

    private PayerJson() {
    }

    /** @param operator whether who asks may see who held a payer, and why */
    static JsonObject list(List<PayerStatus> payers, boolean operator) {
        JsonArray list = new JsonArray();
        payers.forEach(payer -> list.add(of(payer, operator)));
        return new JsonObject().put("payers", list);
    }

    static JsonObject of(PayerStatus payer, boolean operator) {
        JsonObject json = new JsonObject()
                .put("id", payer.id())
                .put("name", payer.name())
                .put("breaker", payer.breaker())
                .put("waiting", payer.claims().waiting())
                .put("sent", payer.claims().sent())
                .put("failed", payer.claims().failing())
                .put("held", payer.gate().heldSince().isPresent());
        gate(json, payer.gate(), operator);
        return json.put("windows", windows(payer.windows(), payer.sendable()))
                .put("bulkhead", new JsonObject().put("callsMax", payer.traffic().callsMax())
                        .put("callsOpen", payer.traffic().callsOpen()))
                .put("rate", new JsonObject().put("calls", payer.traffic().rateCalls())
                        .put("periodMillis", payer.traffic().ratePeriod().toMillis())
                        .put("left", payer.traffic().rateLeft()))
                .put("overdue", overdue(payer.overdue()));
    }

    private static void gate(JsonObject json, PayerGate gate, boolean operator) {
        gate.heldSince().ifPresent(since -> json.put("heldSince", since.toString()));
        gate.pausedUntil().ifPresent(until -> json.put("pausedUntil", until.toString()));
        if (operator && gate.heldSince().isPresent()) {
            json.put("heldBy", gate.heldBy()).put("note", gate.note());
        }
    }

    private static JsonObject windows(SendingWindows windows, boolean open) {
        JsonArray times = new JsonArray();
        for (SendingWindows.Window window : windows.windows()) {
            JsonArray days = new JsonArray();
            window.days().stream().sorted().map(PayerJson::day).forEach(days::add);
            times.add(new JsonObject().put("days", days).put("from", window.from().toString())
                    .put("to", window.to().toString()));
        }
        return new JsonObject().put("open", open).put("zone", windows.zone().getId()).put("times", times);
    }

    /** As {@code conf/payers.yaml} has it. */
    private static String day(DayOfWeek day) {
        return day.name().substring(0, DAY_LETTERS).toLowerCase(Locale.ROOT);
    }

    private static JsonObject overdue(OverdueAnswers.Counts late) {
        return new JsonObject().put("ta1", late.envelopes()).put("acknowledgements", late.interchanges())
                .put("claims", late.claims());
    }

    static JsonObject alerts(List<PayerAlert> alerts) {
        JsonArray list = new JsonArray();
        for (PayerAlert alert : alerts) {
            JsonObject json = new JsonObject().put("payer", alert.payerId()).put("kind", alert.kind().name())
                    .put("at", alert.sentAt().toString());
            alert.dueAt().ifPresent(due -> json.put("dueAt", due.toString()).put("claims", alert.claims()));
            alert.controlNumber().ifPresent(number -> json.put("controlNumber", number));
            if (!alert.note().isEmpty()) {
                json.put("note", alert.note());
            }
            list.add(json);
        }
        return new JsonObject().put("alerts", list);
    }
}
