package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever the contract serves, a partner finds nothing of another's there, and what he reads of his own is written down. */
class IsolationIT {
    private static final Path CONTRACT = Path.of("src/main/resources/openapi.yaml");

    @Order(1)
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @Order(2)
    @RegisterExtension
    static final RunningGateway gateway = new RunningGateway(database, Map.of());

    private String file;
    private String claim;

    private record Route(String method, String path) {
    }

    @BeforeEach
    void send() throws Exception {
        file = new JsonObject(gateway.post(RunningGateway.file()).body()).getString("id");
        claim = new JsonObject(gateway.get("/v1/claims?patientControlNumber=" + RunningGateway.MARKS.get(1)).body())
                .getJsonArray("claims").getJsonObject(0).getString("id");
    }

    @Test
    void shouldAnswerEveryRouteToAForeignKeyAsIfNothingWereThere() throws Exception {
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThanOrEqualTo(6);
        for (Route route : routes) {
            HttpResponse<String> own = call(route, RunningGateway.KEY);
            HttpResponse<String> foreign = call(route, RunningGateway.OTHER_KEY);
            if (route.path().startsWith("/v1/payers/")) {
                assertThat(own.statusCode()).as(route + ": of operators and payers").isIn(401, 403);
                assertThat(foreign.statusCode()).as(route.toString()).isEqualTo(own.statusCode());
            } else if (route.path().contains("{")) {
                assertThat(own.statusCode()).as(route.toString()).isEqualTo(200);
                assertThat(foreign.statusCode()).as(route.toString()).isEqualTo(404);
            }
            assertThat(foreign.body()).as(route.toString()).doesNotContain(RunningGateway.MARKS).doesNotContain(file)
                    .doesNotContain("\"id\":\"" + claim + "\"");
            assertThat(call(route, "no-such-key").statusCode()).as(route.toString()).isEqualTo(401);
        }
    }

    @Test
    void shouldWriteDownWhoSentAndReadWhat() throws Exception {
        gateway.get("/v1/interchanges/" + file);
        gateway.get("/v1/interchanges/" + file + "/acknowledgements");
        gateway.get("/v1/claims/" + claim);
        gateway.send(gateway.request("/v1/interchanges/" + file).setHeader("X-API-Key", RunningGateway.OTHER_KEY).GET());
        String northside = "northside key:" + Hashes.sha256(RunningGateway.KEY).substring(0, 12);
        String lakeview = "lakeview key:" + Hashes.sha256(RunningGateway.OTHER_KEY).substring(0, 12);
        assertThat(events("object = '" + file + "'")).containsExactly(northside + " file-received", northside + " file-read",
                northside + " acknowledgements-read", lakeview + " file-read");
        assertThat(events("object = '" + claim + "'")).contains(northside + " claim-read");
        assertThat(events("action = 'claims-searched'")).contains(northside + " claims-searched");
        assertThat(events("object like '%ZZMARK%' or detail::text like '%ZZMARK%'")).isEmpty();
    }

    private HttpResponse<String> call(Route route, String key) throws IOException, InterruptedException {
        String id = route.path().startsWith("/v1/claims") ? claim : route.path().startsWith("/v1/payers") ? "evergreen" : file;
        String path = route.path().replace("{id}", id);
        assertThat(path).as("a parameter this test does not know").doesNotContain("{");
        String query = path.equals("/v1/claims") ? "?patientControlNumber=" + RunningGateway.MARKS.get(1) : "";
        return gateway.send(gateway.request(path + query).setHeader("X-API-Key", key)
                .method(route.method(), route.method().equals("POST")
                        ? BodyPublishers.ofString(RunningGateway.file().replace("ZZMARK", "XXOTHER"), StandardCharsets.ISO_8859_1)
                        : BodyPublishers.noBody()));
    }

    private static List<Route> routes() throws IOException {
        Map<?, ?> contract = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(CONTRACT));
        List<Route> routes = new ArrayList<>();
        ((Map<?, ?>) contract.get("paths")).forEach((path, operations) -> ((Map<?, ?>) operations).keySet()
                .forEach(method -> routes.add(new Route(method.toString().toUpperCase(), path.toString()))));
        return routes;
    }

    private static List<String> events(String where) throws Exception {
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(
                "select partner_id || ' ' || actor || ' ' || action from audit_event where " + where + " order by id")) {
            List<String> events = new ArrayList<>();
            while (rows.next()) {
                events.add(rows.getString(1));
            }
            return events;
        }
    }
}
