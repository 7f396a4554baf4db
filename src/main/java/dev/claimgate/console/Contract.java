package dev.claimgate.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code openapi.yaml}: the contract of the API, from which the routes are made. */
final class Contract {
    private static final String RESOURCE = "/openapi.yaml";

    /** Media types the contract names but vertx-openapi 5.0 refuses to load, and what it is told instead. */
    private static final Map<String, String> KNOWN_AS = Map.of(
            "application/EDI-X12", "application/octet-stream",
            "application/zip", "application/octet-stream",
            "application/xml", "text/plain",
            "application/problem+json", "application/json");

    private Contract() {
    }

    /** The text as it is published. */
    static String text() {
        try (InputStream in = Contract.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads the contract for the router. */
    static Future<OpenAPIContract> load(Vertx vertx) {
        return vertx.executeBlocking(Contract::routable, false).compose(json -> OpenAPIContract.from(vertx, json));
    }

    private static JsonObject routable() {
        Object yaml = new Load(LoadSettings.builder().setLabel(RESOURCE).build()).loadFromString(text());
        JsonObject contract = (JsonObject) json(yaml);
        // The key check stands before all routes; the router would want a handler of its own for each scheme.
        contract.remove("security");
        return contract;
    }

    private static Object json(Object yaml) {
        if (yaml instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((key, value) -> object.putIfAbsent(KNOWN_AS.getOrDefault(key.toString(), key.toString()), json(value)));
            return new JsonObject(object);
        }
        if (yaml instanceof List<?> list) {
            // The loader of the contract writes into lists.
            return new JsonArray(new ArrayList<>(list.stream().map(Contract::json).toList()));
        }
        return yaml;
    }
}
