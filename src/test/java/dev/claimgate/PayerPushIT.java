package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Replies that payers bring themselves. */
class PayerPushIT {
    private static final String SECRET = "evergreen-shows-this";
    private static final String REPLY = "ISA*00*          *00*          *ZZ*EVG01          *ZZ*CLAIMGATE      *260106*0900"
            + "*^*00501*000000001*0*T*:~TA1*000000099*260106*0805*A*000~IEA*0*000000001~";

    @Order(1)
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @Order(2)
    @RegisterExtension
    static final RunningGateway gateway = new RunningGateway(database, Map.of("CLAIMGATE_PATHS_PAYERS", payers()));

    private static String payers() {
        try {
            Path secret = Files.writeString(Path.of("target", "push-secret"), SECRET + "\n");
            String entry = """
                      - {id: %s, name: PAYER, payerIds: [%s], connector: folder, folder: {upload: target/push/in,
                         replies: target/push/out}, sender: {qualifier: ZZ, id: CLAIMGATE}, receiver: {qualifier: ZZ, id: %s}%s}
                    """;
            return Files.writeString(Path.of("target", "push-payers.yaml"), "payers:\n"
                    + entry.formatted("evergreen", "EVG01", "EVG01", ", pushSecret: 'file:" + secret + "'")
                    + entry.formatted("lakeshore", "LKS01", "LKS01", "")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> push(String payer, String secret, String body) throws Exception {
        return gateway.send(gateway.request("/v1/payers/" + payer + "/replies").setHeader("X-API-Key", secret)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String one(String sql) throws SQLException {
        try (Connection db = database.connect(); ResultSet rows = db.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void shouldKeepAndApplyWhatAPayerBrings() throws Exception {
        HttpResponse<String> first = push("evergreen", SECRET, REPLY);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(new JsonObject(first.body()).getBoolean("new")).isTrue();
        assertThat(new JsonObject(push("evergreen", SECRET, REPLY).body()).getBoolean("new")).isFalse();

        long end = System.nanoTime() + 20_000_000_000L;
        while (!one("select string_agg(payer_id || ' ' || state, ',') from payer_reply").equals("evergreen UNMATCHED")) {
            assertThat(System.nanoTime()).as("applied within 20 s").isLessThan(end);
            Thread.sleep(20);
        }
        assertThat(one("select string_agg(actor || ' ' || object, ',') from audit_event where action = 'payer-reply-received'"))
                .isEqualTo("payer:evergreen evergreen,payer:evergreen evergreen");
    }

    @Test
    void shouldTakeRepliesOnlyWithTheCredentialOfThatPayer() throws Exception {
        assertThat(push("evergreen", "another-secret-it-is", REPLY).statusCode()).isEqualTo(401);
        assertThat(push("evergreen", RunningGateway.KEY, REPLY).statusCode()).as("a partner's key").isEqualTo(401);
        assertThat(push("lakeshore", SECRET, REPLY).statusCode()).as("another payer's").isEqualTo(401);
        assertThat(push("lakeshore", " ", REPLY).statusCode()).as("one without a credential").isEqualTo(401);
        assertThat(push("nobody", SECRET, REPLY).statusCode()).isEqualTo(401);
        assertThat(push("evergreen", SECRET, "").statusCode()).isEqualTo(400);
    }
}
