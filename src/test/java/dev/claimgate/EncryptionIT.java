package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With a key, the database holds no readable byte of a file, of what answers it and of what is forwarded. */
class EncryptionIT {
    @Order(1)
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @Order(2)
    @RegisterExtension
    static final RunningGateway gateway = new RunningGateway(database, settings());

    @Test
    void shouldSealFilesAcknowledgementsAndWhatIsForwarded() throws Exception {
        JsonObject file = new JsonObject(gateway.post(RunningGateway.file()).body());
        assertThat(file.getJsonObject("summary").getJsonObject("claims").getInteger("accepted")).isEqualTo(2);
        assertThat(gateway.send(gateway.request("/v1/interchanges/" + file.getString("id") + "/acknowledgements")
                .header("Accept", "application/EDI-X12").GET()).body()).startsWith("ISA*").contains("ST*277*");
        waitFor("select count(*) from outbound_interchange", 1);

        for (String table : new String[] {"submission_chunk", "acknowledgement_chunk", "outbound_interchange"}) {
            assertThat(number("select count(*) from " + table + " where key_id = 'k1'")).as(table).isPositive();
            assertThat(number("select count(*) from " + table + " where key_id is null or position('ISA'::bytea in bytes) = 1"
                    + " or position('ZZMARK'::bytea in bytes) > 0")).as(table).isZero();
        }
    }

    private static Map<String, String> settings() {
        try {
            Path directory = Files.createTempDirectory("encryption");
            Path key = Files.writeString(directory.resolve("k1"), Base64.getEncoder().encodeToString(new byte[32]));
            String config = Files.readString(Path.of("conf/gateway.yaml"))
                    .replace("  # encryption:",
                            "  encryption: {keys: [{id: k1, secret: \"file:" + key + "\"}]}\n  # encryption:");
            Path payers = Files.writeString(directory.resolve("payers.yaml"), """
                    payers:
                      - {id: evergreen, name: Evergreen, payerIds: [EVG01], url: "http://127.0.0.1:1/x12",
                         sender: {qualifier: ZZ, id: CLAIMGATE}, receiver: {qualifier: ZZ, id: EVG01}}
                    """);
            return Map.of("CLAIMGATE_PATHS_PAYERS", payers.toString(), RunningGateway.CONFIG,
                    Files.writeString(directory.resolve("gateway.yaml"), config).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waitFor(String sql, long expected) throws Exception {
        for (int i = 0; i < 600 && number(sql) < expected; i++) {
            Thread.sleep(50);
        }
        assertThat(number(sql)).isGreaterThanOrEqualTo(expected);
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
