package dev.claimgate.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * A problem detail (RFC 9457): what an HTTP request gets when it cannot be served.
 *
 * @param status HTTP status, 400 to 599
 * @param title  the kind of problem in a few words, the same for every occurrence
 * @param detail where, what was found, what would be right; no element value
 */
public record Problem(int status, String title, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"), Map.entry(401, "Not authenticated"),
            Map.entry(403, "Forbidden"), Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"), Map.entry(406, "Not acceptable"), Map.entry(409, "Conflict"),
            Map.entry(413, "Too large"), Map.entry(415, "Unsupported media type"), Map.entry(422, "Not processable"),
            Map.entry(429, "Too many requests"), Map.entry(500, "Internal error"), Map.entry(503, "Not available now"));

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status is " + status + ", must be 400..599");
        }
    }

    /** With the usual title of the status. */
    public static Problem of(int status, String detail) {
        return new Problem(status, TITLES.getOrDefault(status, "Error"), detail);
    }

    /** Its members; {@code type} is {@code about:blank} because the status says it all. */
    public JsonObject toJson() {
        return new JsonObject().put("type", "about:blank").put("title", title).put("status", status)
                .put("detail", detail);
    }

    /** Answers with it and further members. */
    public Future<Void> send(HttpServerResponse response, JsonObject further) {
        if (response.headWritten() || response.closed()) {
            return Future.succeededFuture();
        }
        return response.setStatusCode(status).putHeader("Content-Type", MEDIA_TYPE)
                .end(toJson().mergeIn(further).toBuffer());
    }

    /** Answers with it, unless the response has begun or its connection is gone. */
    public Future<Void> send(HttpServerResponse response) {
        return send(response, new JsonObject());
    }
}
