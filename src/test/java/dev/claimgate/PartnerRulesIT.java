package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a partner may send and what he hears changes with conf/partners.yaml while the gateway runs. */
class PartnerRulesIT {
    private static final Path PARTNERS = write("");
    private static int version;

    @Order(1)
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @Order(2)
    @RegisterExtension
    static final RunningGateway gateway = new RunningGateway(database, Map.of(
            "CLAIMGATE_PATHS_PARTNERS", PARTNERS.toString(), "CLAIMGATE_PARTNERS_RELOAD_MILLIS", "100"));

    @Test
    void shouldRejectClaimsOfABillingProviderTheSenderMayNoLongerSendFor() throws Exception {
        rules("billingNpis: [\"1234567893\"]");
        JsonObject claims = verdict(gateway.post(RunningGateway.file())).getJsonObject("summary").getJsonObject("claims");
        assertThat(claims.getInteger("rejected")).isEqualTo(2);

        rules("billingNpis: [\"1993100423\"]");
        claims = verdict(gateway.post(RunningGateway.file())).getJsonObject("summary").getJsonObject("claims");
        assertThat(claims.getInteger("accepted")).isEqualTo(2);
    }

    @Test
    void shouldRejectTestFilesOfAPartnerInProduction() throws Exception {
        rules("usages: [P]");
        JsonObject interchange = verdict(gateway.post(RunningGateway.file())).getJsonObject("summary")
                .getJsonArray("interchanges").getJsonObject(0);
        assertThat(interchange.getString("ta1Code")).isEqualTo("R");
        assertThat(interchange.getJsonArray("notes").getJsonObject(0).getString("code")).isEqualTo("020");
    }

    @Test
    void shouldShowInEachWayTheKindsThePartnerWantsThere() throws Exception {
        rules("acknowledgements: {answer: [277CA], mailbox: [\"999\"]}");
        JsonObject file = verdict(gateway.post(RunningGateway.file()));
        assertThat(kinds(file.getJsonArray("acknowledgements"))).containsExactly("277CA");
        String path = "/v1/interchanges/" + file.getString("id");
        assertThat(kinds(new JsonObject(gateway.get(path).body()).getJsonArray("acknowledgements"))).containsExactly("999");
        assertThat(kinds(new JsonObject(gateway.get(path + "/acknowledgements?type=277CA").body())
                .getJsonArray("acknowledgements"))).isEmpty();
    }

    @Test
    void shouldNotLetOneWaitForTheVerdictWhoWantsNothingInTheAnswer() throws Exception {
        rules("acknowledgements: {answer: []}");
        assertThat(gateway.post(RunningGateway.file()).statusCode()).isEqualTo(202);
    }

    /** Writes the file and waits until it is in force: its own name for the partner is told by nobody, so a key shows it. */
    private static void rules(String rules) throws Exception {
        String marker = "marker-" + version++;
        Files.writeString(PARTNERS, text(rules, marker));
        for (int i = 0; i < 1200 && gateway.send(gateway.request("/v1/payers").setHeader("X-API-Key", marker).GET())
                .statusCode() != 200; i++) {
            Thread.sleep(50);
        }
    }

    private static String text(String rules, String marker) {
        return """
                partners:
                  - id: northside
                    name: Northside
                    apiKeySha256: ["%s", "%s"]
                    %s
                """.formatted(Hashes.sha256(RunningGateway.KEY), Hashes.sha256(marker), rules);
    }

    private static Path write(String rules) {
        try {
            Path file = Files.createTempFile("partners", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text(rules, "first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject verdict(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static List<String> kinds(JsonArray acknowledgements) {
        return acknowledgements.stream().map(each -> ((JsonObject) each).getString("kind")).toList();
    }
}
