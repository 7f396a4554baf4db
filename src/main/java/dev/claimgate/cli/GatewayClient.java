package dev.claimgate.cli;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks to a gateway as a trading partner would. Blocks; for the command line only. */
final class GatewayClient {
    /** The key of the partner {@code northside} in {@code conf/partners.yaml}. */
    static final String DEMO_KEY = "demo-key-northside";
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    /**
     * What came back.
     *
     * @param status HTTP status
     * @param body   the JSON body
     */
    record Answer(int status, JsonObject body) {
    }

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;

    GatewayClient(URI gateway) {
        this.gateway = gateway;
    }

    /** Sends a claim file; 200 with the verdict, or 202 when it follows later. */
    Answer post(BodyPublisher file) throws IOException, InterruptedException {
        return send(request("/v1/interchanges").header("Content-Type", "application/EDI-X12").POST(file));
    }

    /** @param path such as {@code /v1/payers} */
    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).timeout(TIMEOUT).header("X-API-Key", DEMO_KEY)
                .header("Accept", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        String body = response.body();
        return new Answer(response.statusCode(), body.startsWith("{") ? new JsonObject(body) : new JsonObject());
    }
}
