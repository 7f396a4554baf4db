package dev.claimgate.intake;

import dev.claimgate.partner.DeliveryWay;
import dev.claimgate.partner.Partner;
import dev.claimgate.store.AcknowledgementBytes;
import dev.claimgate.store.Receipt;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.SubmissionQueries;
import dev.claimgate.store.SubmissionState;
import dev.claimgate.store.SubmissionView;
import dev.claimgate.web.AcknowledgementAnswers;
import dev.claimgate.web.MediaTypes;
import dev.claimgate.web.Problem;
import dev.claimgate.web.SubmissionJson;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the sender of a file that was kept hears. */
final class Answers {
    private final SubmissionQueries queries;
    private final AcknowledgementAnswers acknowledgements;

    Answers(Pool database, Sealer sealer) {
        this.queries = new SubmissionQueries(database);
        this.acknowledgements = new AcknowledgementAnswers(new AcknowledgementBytes(database, sealer));
    }

    /** 202: kept, the verdict follows. Needs no database. */
    Future<Void> accepted(HttpServerResponse response, Receipt receipt) {
        return located(response, receipt.id()).setStatusCode(202).putHeader("Content-Type", MediaTypes.JSON)
                .end(received(receipt).toBuffer());
    }

    /** 202: all of several files are kept, their verdicts follow. */
    Future<Void> accepted(HttpServerResponse response, List<Receipt> receipts) {
        JsonArray all = new JsonArray();
        receipts.forEach(receipt -> all.add(received(receipt)));
        return response.setStatusCode(202).putHeader("Content-Type", MediaTypes.JSON)
                .end(new JsonObject().put("submissions", all).toBuffer());
    }

    private static JsonObject received(Receipt receipt) {
        return new JsonObject().put("id", receipt.id().toString())
                .put("state", SubmissionState.RECEIVED.name()).put("channel", "HTTP")
                .put("receivedAt", receipt.receivedAt().toString()).put("byteCount", receipt.byteCount())
                .put("sha256", receipt.sha256()).put("acknowledgements", new JsonArray());
    }

    /** 200 with the verdict, or the problem that there is none. */
    Future<Void> decided(HttpServerResponse response, String mediaType, Partner partner, Receipt receipt,
                         SubmissionState state) {
        located(response, receipt.id());
        if (state == SubmissionState.FAILED) {
            return Problem.of(500, "gateway: the file is kept but its validation broke off again and again; the operator "
                    + "has been told. Its tracking number is " + receipt.id()).send(response);
        }
        if (state == SubmissionState.VALIDATED && mediaType.equals(MediaTypes.X12)) {
            return acknowledgements.send(response.setStatusCode(200), partner.id(), receipt.id(), wanted(partner));
        }
        return queries.find(partner.id(), receipt.id(), wanted(partner)).map(Optional::orElseThrow)
                .compose(view -> state == SubmissionState.UNREADABLE ? unreadable(response, view)
                        : json(response, partner, view));
    }

    private Future<Void> json(HttpServerResponse response, Partner partner, SubmissionView view) {
        return acknowledgements.texts(partner.id(), view.id(), wanted(partner), view.acknowledgements())
                .compose(texts -> response.setStatusCode(200).putHeader("Content-Type", MediaTypes.JSON)
                        .end(SubmissionJson.of(view, texts).toBuffer()));
    }

    private static Future<Void> unreadable(HttpServerResponse response, SubmissionView view) {
        JsonArray faults = view.summary().map(summary -> summary.getJsonArray("faults")).orElse(null);
        if (faults != null) {
            return refused(response, view, faults);
        }
        JsonArray places = view.summary().map(summary -> summary.getJsonArray("unreadable", new JsonArray()))
                .orElseGet(JsonArray::new);
        String found = places.isEmpty() ? "body: holds no interchange"
                : "body, byte " + places.getJsonObject(0).getLong("offset") + ": " + places.getJsonObject(0).getString("reason");
        return new Problem(422, "Not X12", found + "; must be X12 from ISA to IEA. It is kept under " + view.id()
                + " but cannot be answered with an acknowledgement").send(response);
    }

    /** A file in another format of which nothing could be made: each fault in the member {@code faults}. */
    private static Future<Void> refused(HttpServerResponse response, SubmissionView view, JsonArray faults) {
        JsonObject first = faults.getJsonObject(0);
        int more = faults.size() - 1 + view.summary().orElseThrow().getInteger("faultsOmitted");
        String where = first.getInteger("line") == 0 ? "file" : "line " + first.getInteger("line");
        Problem problem = new Problem(422, "Not as the format wants it", where
                + (first.getString("field").isEmpty() ? "" : ", " + first.getString("field")) + ": " + first.getString("found")
                + "; must be " + first.getString("right") + (more == 0 ? "" : " (and " + more + " more faults)")
                + ". Nothing was made of it; it is kept under " + view.id());
        return problem.send(response, new JsonObject().put("faults", faults));
    }

    private static Set<String> wanted(Partner partner) {
        return partner.acknowledgements().of(DeliveryWay.ANSWER);
    }

    private static HttpServerResponse located(HttpServerResponse response, UUID id) {
        return response.putHeader("Location", "/v1/interchanges/" + id);
    }
}
