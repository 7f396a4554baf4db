package dev.claimgate.console;

import dev.claimgate.partner.DeliveryWay;
import dev.claimgate.store.AcknowledgementBytes;
import dev.claimgate.store.AcknowledgementView;
import dev.claimgate.store.AuditTrail;
import dev.claimgate.store.ClaimQueries;
import dev.claimgate.store.PayerStatusSource;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.SubmissionQueries;
import dev.claimgate.store.SubmissionView;
import dev.claimgate.web.AcknowledgementAnswers;
import dev.claimgate.web.Callers;
import dev.claimgate.web.MediaTypes;
import dev.claimgate.web.Problem;
import dev.claimgate.web.SubmissionJson;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The read side of the API, one method per operation of {@code openapi.yaml}. A failure reaches {@link Failures}. */
final class ReadHandlers {
    private static final List<String> JSON_ONLY = List.of(MediaTypes.JSON);
    private static final List<String> JSON_OR_X12 = List.of(MediaTypes.JSON, MediaTypes.X12);

    private static final Map<String, String> MEDIA_TYPES =
            Map.of("json", MediaTypes.JSON, "x12", MediaTypes.X12, "xml", MediaTypes.XML);

    private final FileHandlers files;
    private final SubmissionQueries submissions;
    private final ClaimQueries claims;
    private final AcknowledgementAnswers acknowledgements;
    private final PayerStatusSource payers;
    private final AuditTrail audit;

    ReadHandlers(Pool database, Sealer sealer, PayerStatusSource payers, FileXml xml, Clock clock) {
        this.files = new FileHandlers(database, sealer, xml);
        this.submissions = new SubmissionQueries(database);
        this.claims = new ClaimQueries(database);
        this.acknowledgements = new AcknowledgementAnswers(new AcknowledgementBytes(database, sealer));
        this.payers = payers;
        this.audit = new AuditTrail(database, clock);
    }

    void submission(RoutingContext context) {
        String format = Optional.ofNullable(context.request().getParam("format")).orElse("json");
        if (accepted(context, List.of(MEDIA_TYPES.get(format))).isEmpty()) {
            return;
        }
        UUID id = UUID.fromString(context.pathParam("id"));
        audit(context, AuditTrail.Action.FILE_READ, id.toString())
                .compose(kept -> submissions.find(partner(context), id, mailbox(context)))
                .compose(found -> found.isEmpty() ? noSubmission(context) : show(context, found.get(), format))
                .onFailure(failure -> Failures.reading(context, failure));
    }

    private Future<Void> show(RoutingContext context, SubmissionView file, String format) {
        return switch (format) {
            case "x12" -> files.x12(context, file);
            case "xml" -> files.xml(context, file);
            default -> send(context, SubmissionJson.of(file));
        };
    }

    void acknowledgements(RoutingContext context) {
        Optional<String> mediaType = accepted(context, JSON_OR_X12);
        if (mediaType.isEmpty()) {
            return;
        }
        UUID id = UUID.fromString(context.pathParam("id"));
        Set<String> kinds = kinds(context);
        audit(context, AuditTrail.Action.ACKNOWLEDGEMENTS_READ, id.toString())
                .compose(kept -> submissions.exists(partner(context), id))
                .compose(exists -> !exists ? noSubmission(context)
                        : mediaType.get().equals(MediaTypes.X12)
                        ? acknowledgements.send(context.response(), partner(context), id, kinds)
                        : sendList(context, id, kinds))
                .onFailure(failure -> Failures.reading(context, failure));
    }

    void claim(RoutingContext context) {
        if (accepted(context, JSON_ONLY).isEmpty()) {
            return;
        }
        audit(context, AuditTrail.Action.CLAIM_READ, context.pathParam("id"))
                .compose(kept -> claims.find(partner(context), Long.parseLong(context.pathParam("id"))))
                .compose(found -> found.isEmpty()
                        ? notFound(context, "claim: you have none with this number, must be one that your own files gave")
                        : send(context, Json.of(found.get())))
                .onFailure(failure -> Failures.reading(context, failure));
    }

    void claimsByNumber(RoutingContext context) {
        if (accepted(context, JSON_ONLY).isEmpty()) {
            return;
        }
        audit(context, AuditTrail.Action.CLAIMS_SEARCHED, "by patient control number")
                .compose(kept -> claims.byPatientControlNumber(partner(context),
                        context.request().getParam("patientControlNumber")))
                .compose(found -> send(context, Json.claims(found)))
                .onFailure(failure -> Failures.reading(context, failure));
    }

    void payers(RoutingContext context) {
        if (accepted(context, JSON_ONLY).isEmpty()) {
            return;
        }
        boolean operator = Callers.operator(context).isPresent();
        payers.payerStatuses(operator ? Optional.empty() : Optional.of(partner(context)))
                .compose(statuses -> send(context, PayerJson.list(statuses, operator)))
                .onFailure(failure -> Failures.reading(context, failure));
    }

    /** Kept before the first byte is given away; who may not read is kept as well, he finds nothing. */
    private Future<Void> audit(RoutingContext context, AuditTrail.Action action, String object) {
        return audit.read(partner(context), "key:" + Callers.credential(context), action, object);
    }

    private Future<Void> sendList(RoutingContext context, UUID id, Set<String> kinds) {
        return submissions.acknowledgements(partner(context), id, kinds)
                .compose(list -> acknowledgements.texts(partner(context), id, kinds, list)
                        .compose(texts -> send(context, list(list, texts))));
    }

    private static JsonObject list(List<AcknowledgementView> acknowledgements, Map<Long, String> texts) {
        return new JsonObject().put("acknowledgements", SubmissionJson.of(acknowledgements, texts));
    }

    private static Future<Void> noSubmission(RoutingContext context) {
        return notFound(context, "interchange: you sent none with this id, must be one that the answer to your POST named");
    }

    private static Future<Void> notFound(RoutingContext context, String detail) {
        return Problem.of(404, detail).send(context.response());
    }

    private static Future<Void> send(RoutingContext context, JsonObject json) {
        return context.response().putHeader("Content-Type", MediaTypes.JSON).end(json.toBuffer());
    }

    /** The media type to answer with; empty if none is acceptable and the problem is sent. */
    private static Optional<String> accepted(RoutingContext context, List<String> offers) {
        Optional<String> preferred = MediaTypes.preferred(context.request().getHeader("Accept"), offers);
        if (preferred.isEmpty()) {
            Problem.of(406, "Accept: nothing of what it names can be given, must allow " + String.join(" or ", offers))
                    .send(context.response());
        }
        return preferred;
    }

    /** What the partner wants to find here, or of that the one kind he asks for. */
    private static Set<String> kinds(RoutingContext context) {
        String type = context.request().getParam("type");
        Set<String> mailbox = mailbox(context);
        return type == null ? mailbox : mailbox.contains(type) ? Set.of(type) : Set.of();
    }

    private static Set<String> mailbox(RoutingContext context) {
        return Callers.of(context).acknowledgements().of(DeliveryWay.MAILBOX);
    }

    private static String partner(RoutingContext context) {
        return Callers.of(context).id();
    }
}
