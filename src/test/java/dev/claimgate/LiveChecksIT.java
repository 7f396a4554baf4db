package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks of what is only asked about: the engine's own answers, and nothing kept. */
class LiveChecksIT {
    @Order(1)
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @Order(2)
    @RegisterExtension
    static final RunningGateway gateway = new RunningGateway(database, Map.of());

    @Test
    void shouldGiveTheSameFindingsOverHttpAndOnTheCommandLine() throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.request("/v1/coding/check")
                .setHeader("Content-Type", "application/json").POST(BodyPublishers.ofString("""
                        {"date": "2026-01-05", "place": "11", "diagnoses": ["L57.0"],
                         "lines": [{"procedure": "11102"}, {"procedure": "17000"}]}""")));

        assertThat(answer.statusCode()).isEqualTo(200);
        // In a database the built-in pack is a release with a number.
        JsonArray findings = new JsonObject(answer.body().replaceAll(" \\(release \\d+\\)", "")).getJsonArray("findings");
        assertThat(findings.getJsonObject(0).getString("edit")).isEqualTo("ncci-pairs");
        assertThat(findings).isEqualTo(onTheCommandLine("--line", "11102", "--line", "17000", "--diagnosis", "L57.0", "--date",
                "2026-01-05"));
    }

    private static JsonArray onTheCommandLine(String... options) {
        StringWriter out = new StringWriter();
        String[] arguments = new String[options.length + 3];
        System.arraycopy(new String[] {"check", "--format", "json"}, 0, arguments, 0, 3);
        System.arraycopy(options, 0, arguments, 3, options.length);
        assertThat(Claimgate.commandLine().setOut(new PrintWriter(out)).execute(arguments)).isEqualTo(1);
        return new JsonObject(out.toString()).getJsonArray("findings");
    }

    @Test
    void shouldTellWhatWouldBecomeOfAFileAndKeepNothing() throws Exception {
        String file = Files.readString(Path.of("conf/demo/03-code-pairs.edi"), StandardCharsets.ISO_8859_1);

        JsonObject verdict = check(file);

        assertThat(verdict.getJsonObject("summary").getInteger("claimsRejected")).isEqualTo(2);
        assertThat(verdict.encode()).contains("\"suggestions\"", "\"recordMustShow\"");
        assertThat(check(file)).as("asked again, its control number is as new").isEqualTo(verdict);
        try (var connection = database.connect(); var rows = connection.createStatement()
                .executeQuery("select count(*) from submission")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void shouldSayWhereAFileCannotBeRead() throws Exception {
        assertThat(check("Dear payer").encode()).contains("\"unreadable\"");
    }

    private static JsonObject check(String file) throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.request("/v1/claims/check")
                .POST(BodyPublishers.ofString(file, StandardCharsets.ISO_8859_1)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonObject(answer.body());
    }
}
