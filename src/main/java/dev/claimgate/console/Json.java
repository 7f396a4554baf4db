package dev.claimgate.console;

import dev.claimgate.store.ClaimEvent;
import dev.claimgate.store.ClaimSummary;
import dev.claimgate.store.ClaimView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;

/** Claims as the API shows them; the schemas of {@code openapi.yaml}. */
final class Json {
    private Json() {
    }

    static JsonObject of(ClaimView claim) {
        JsonObject payer = new JsonObject().put("code", claim.payerCode());
        claim.payerId().ifPresent(id -> payer.put("id", id));
        JsonObject json = new JsonObject()
                .put("id", Long.toString(claim.id()))
                .put("interchangeId", claim.submissionId().toString())
                .put("patientControlNumber", claim.patientControlNumber())
                .put("state", claim.state())
                .put("charge", money(claim.chargeCents()))
                .put("lineCount", claim.lineCount());
        claim.serviceFrom().ifPresent(date -> json.put("serviceFrom", date.toString()));
        claim.serviceTo().ifPresent(date -> json.put("serviceTo", date.toString()));
        JsonArray timeline = new JsonArray();
        claim.timeline().forEach(event -> timeline.add(of(event)));
        return json.put("billingNpi", claim.billingNpi())
                .put("payer", payer)
                .put("statuses", new JsonArray(claim.statuses()))
                .put("timeline", timeline);
    }

    static JsonObject claims(List<ClaimSummary> claims) {
        JsonArray list = new JsonArray();
        for (ClaimSummary claim : claims) {
            list.add(new JsonObject()
                    .put("id", Long.toString(claim.id()))
                    .put("interchangeId", claim.submissionId().toString())
                    .put("patientControlNumber", claim.patientControlNumber())
                    .put("state", claim.state())
                    .put("charge", money(claim.chargeCents())));
        }
        return new JsonObject().put("claims", list);
    }

    private static JsonObject of(ClaimEvent event) {
        JsonObject json = new JsonObject().put("at", event.at().toString()).put("event", event.event());
        if (!event.statuses().isEmpty()) {
            json.put("statuses", new JsonArray(event.statuses()));
        }
        event.kind().ifPresent(kind -> json.put("kind", kind));
        event.outboundControlNumber().ifPresent(number -> json.put("outboundControlNumber", number));
        event.payerClaimNumber().ifPresent(number -> json.put("payerClaimNumber", number));
        return json;
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
