package dev.claimgate.console;

import dev.claimgate.claim.Claim;
import dev.claimgate.web.Callers;
import dev.claimgate.web.CodingRequest;
import dev.claimgate.web.CodingRequestException;
import dev.claimgate.web.FindingsJson;
import dev.claimgate.web.MediaTypes;
import dev.claimgate.web.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code POST /v1/coding/check} and {@code POST /v1/claims/check}: findings for who asks, nothing kept and nothing logged. */
public final class CheckHandlers {
    private static final Set<String> X12_TYPES = Set.of("application/edi-x12", "application/octet-stream", "text/plain");
    private static final Set<String> JSON_TYPES = Set.of(MediaTypes.JSON);

    private final ClaimChecks checks;
    private final int bodyBytesMax;

    /** @param bodyBytesMax longest request, 1,024 to 16,777,216; a longer one is refused with 413 */
    public CheckHandlers(ClaimChecks checks, int bodyBytesMax) {
        this.checks = checks;
        this.bodyBytesMax = bodyBytesMax;
    }

    /** Stands before {@link #coding}: looks at the headers, then takes the body. */
    Handler<RoutingContext> codingBody() {
        return body(JSON_TYPES, "application/json");
    }

    Handler<RoutingContext> fileBody() {
        return body(X12_TYPES, "application/EDI-X12, application/octet-stream or text/plain");
    }

    void coding(RoutingContext context) {
        Claim claim;
        try {
            claim = CodingRequest.read(new JsonObject(bytes(context))).build();
        } catch (CodingRequestException faulty) {
            Problem.of(400, faulty.getMessage()).send(context.response());
            return;
        } catch (DecodeException | ClassCastException noObject) {
            Problem.of(400, "request: is not a JSON object, must be as GET /openapi.yaml says").send(context.response());
            return;
        }
        context.response().putHeader("Content-Type", MediaTypes.JSON)
                .end(FindingsJson.answer(checks.codeTables(), checks.coding(Callers.of(context), claim)).toBuffer());
    }

    void file(RoutingContext context) {
        byte[] file = bytes(context).getBytes();
        context.vertx().executeBlocking(() -> checks.file(Callers.of(context), file), false)
                .compose(verdict -> send(context, verdict))
                .onFailure(context::fail);
    }

    private static Future<Void> send(RoutingContext context, byte[] json) {
        return context.response().putHeader("Content-Type", MediaTypes.JSON).end(Buffer.buffer(json));
    }

    private static Buffer bytes(RoutingContext context) {
        return context.body().buffer() == null ? Buffer.buffer() : context.body().buffer();
    }

    private Handler<RoutingContext> body(Set<String> types, String right) {
        BodyHandler body = BodyHandler.create(false).setBodyLimit(bodyBytesMax);
        return context -> refusal(context, types, right)
                .ifPresentOrElse(problem -> problem.send(context.response()), () -> body.handle(context));
    }

    private static Optional<Problem> refusal(RoutingContext context, Set<String> types, String right) {
        String type = context.request().getHeader("Content-Type");
        String encoding = context.request().getHeader("Content-Encoding");
        if (type == null || !types.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            return Optional.of(Problem.of(415, "Content-Type: " + (type == null ? "is missing" : "is not one we take")
                    + ", must be " + right));
        }
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return Optional.of(Problem.of(415, "Content-Encoding: is not one we take here, must be left out"));
        }
        if (MediaTypes.preferred(context.request().getHeader("Accept"), List.of(MediaTypes.JSON)).isEmpty()) {
            return Optional.of(Problem.of(406, "Accept: nothing of what it names can be given, must allow application/json"));
        }
        return Optional.empty();
    }
}
