package dev.claimgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseIT {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    private static final Vertx vertx = Vertx.vertx();

    @AfterAll
    static void close() {
        vertx.close().await();
    }

    @Test
    void shouldOpenAGivenPostgreSqlAndMigrateIt() throws Exception {
        Database opened = Database.open(vertx, database.settings()).await(30, TimeUnit.SECONDS);
        int submissions = opened.pool().query("select count(*)::int from submission").execute()
                .map(rows -> rows.iterator().next().getInteger(0)).await(10, TimeUnit.SECONDS);
        assertThat(submissions).isZero();
        assertThat(opened.address()).startsWith("PostgreSQL at 127.0.0.1:").doesNotContain("@");
        opened.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void shouldSayWhatToDoWhenTheDatabaseCannotBeReached() {
        DatabaseSettings nowhere = with("postgresql://gateway:secret@127.0.0.1:1/claims");
        assertThatThrownBy(() -> Database.open(vertx, nowhere).await(30, TimeUnit.SECONDS))
                .hasMessageContaining("127.0.0.1:1: cannot be reached").hasMessageNotContaining("secret");
    }

    @Test
    void shouldRefuseAnUrlThatCannotBeRead() {
        assertThatThrownBy(() -> Database.open(vertx, with("mysql://x:secret@y")).await(30, TimeUnit.SECONDS))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("must look like postgresql://").hasMessageNotContaining("secret");
    }

    @Test
    void shouldGiveEachTestClassAnEmptyMigratedDatabase() throws Exception {
        try (Connection connection = database.connect();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from claim")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    private static DatabaseSettings with(String url) {
        return new DatabaseSettings(Optional.of(url), Path.of("unused"), 0, 4, 10, Duration.ofSeconds(2), 0);
    }
}
