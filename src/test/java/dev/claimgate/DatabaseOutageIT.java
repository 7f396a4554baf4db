package dev.claimgate;

import static dev.claimgate.GatewayProcess.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.EmbeddedDatabase;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose PostgreSQL goes away and comes back while it runs. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DatabaseOutageIT {
    private static final int LARGE_FILE_CLAIMS = 6_000;
    private static final int CUTS = 16;
    private static final Path LOG = Path.of("target", "outage-gateway.log");

    @TempDir
    Path folder;

    private EmbeddedDatabase database;
    private TestPayers payers;
    private GatewayProcess gateway;
    private ClaimSender sender;

    @BeforeEach
    void open() throws Exception {
        database = EmbeddedDatabase.start(folder.resolve("data"), GatewayProcess.freePort());
        payers = new TestPayers(1);
        gateway = GatewayProcess.on(database.port(), folder, LOG, payers.yaml());
        sender = new ClaimSender(gateway, 0.02);
        gateway.start();
    }

    @AfterEach
    void end() throws Exception {
        try {
            gateway.close();
        } finally {
            payers.close();
            database.close();
        }
    }

    @Test
    void shouldRefuseFilesWhileTheDatabaseIsAwayAndGoOnWhenItIsBack() throws Exception {
        sender.send(1, 20);
        sender.send(2, LARGE_FILE_CLAIMS);
        try (ClaimSender.HalfSent half = sender.sendHalf(3, 2_000)) {
            await("claims of the large file", 30, gateway::writesClaimsOfALargeFile);
            int port = database.port();
            database.close();

            assertThat(half.finish()).as("answer to a file cut by the outage").startsWith("HTTP/1.1 503");
            refusesAFile();
            assertThat(gateway.ready()).isFalse();
            database = EmbeddedDatabase.start(folder.resolve("data"), port);
        }
        gateway.awaitReady();
        assertThat(sender.send(5, 20)).isTrue();
        new ExactlyOnce(gateway, sender, payers).check();
        assertThat(gateway.rows("select encode(sha256, 'hex') from submission")).hasSize(3);
        assertThat(gateway.one("select max(attempts) from submission")).as("an outage is no fault of a file").isEqualTo("1");
    }

    private void refusesAFile() throws Exception {
        HttpResponse<String> answer = sender.attempt(4, 20);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(new JsonObject(answer.body()).getString("detail")).contains("not confirmed");
    }

    @Test
    void shouldNotSetAFileAsideBecauseItsConnectionsAreCutAgainAndAgain() throws Exception {
        sender.send(1, LARGE_FILE_CLAIMS);
        for (int i = 0; i < CUTS; i++) {
            await("work on the large file", 30, () -> !gateway.rows("""
                    select 1 from pg_stat_activity where query like 'insert into claim %'""").isEmpty());
            gateway.rows("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where pid <> pg_backend_pid() and backend_type = 'client backend'""");
            HttpResponse<String> answer = sender.attempt(10 + i, 6);
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202, 503);
        }
        gateway.awaitReady();
        assertThat(gateway.rows("select state from submission where state = 'FAILED'")).isEqualTo(List.of());
        new ExactlyOnce(gateway, sender, payers).check();
    }
}
