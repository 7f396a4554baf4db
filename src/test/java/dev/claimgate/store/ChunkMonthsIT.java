package dev.claimgate.store;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.TestVertx;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bytes of files lie by month, whatever came before the partitions did. */
class ChunkMonthsIT {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final String IN_NOVEMBER = "2026-11-30T23:59:59.999Z";
    private static final String PARTITIONS = "select string_agg(inhrelid::regclass::text, ' '"
            + " order by inhrelid::regclass::text) from pg_inherits where inhparent = 'submission_chunk'::regclass";

    @RegisterExtension
    static final TestVertx vertx = new TestVertx();
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private Pool pool;
    private ChunkMonths months;

    @BeforeEach
    void open() throws SQLException {
        execute("drop schema public cascade", "create schema public");
        Database.migrate(database.connectOptions());
        pool = database.pool(vertx.get());
        months = new ChunkMonths(pool);
    }

    @AfterEach
    void close() {
        await(pool.close());
    }

    @Test
    void shouldMakeAPartitionOnce() throws SQLException {
        assertThat(await(months.make(NOVEMBER))).isTrue();
        assertThat(await(months.make(NOVEMBER))).isFalse();
        assertThat(await(months.make(NOVEMBER.plusMonths(1)))).isTrue();
        assertThat(text(PARTITIONS)).isEqualTo("submission_chunk_2026_11 submission_chunk_2026_12 submission_chunk_other");
        assertThat(text("select attstorage from pg_attribute where attrelid = 'submission_chunk_2026_11'::regclass"
                + " and attname = 'bytes'")).isEqualTo("e");
    }

    @Test
    void shouldMakeItOnceForSeveralGateways() throws SQLException {
        Pool other = database.pool(vertx.get());
        try {
            Future<Boolean> here = months.make(NOVEMBER);
            Future<Boolean> there = new ChunkMonths(other).make(NOVEMBER);
            assertThat(await(here)).isNotEqualTo(await(there));
        } finally {
            await(other.close());
        }
    }

    @Test
    void shouldKeepTheBytesOfAFileInThePartitionOfItsMonth() throws SQLException {
        await(months.make(NOVEMBER));
        assertThat(partition(file(IN_NOVEMBER))).isEqualTo("submission_chunk_2026_11");
        assertThat(partition(file("2026-12-01T00:00:00Z"))).isEqualTo(ChunkMonth.OTHER);
        assertThat(partition(file(UUID.randomUUID(), IN_NOVEMBER))).isEqualTo(ChunkMonth.OTHER);
    }

    @Test
    void shouldMoveWhatCameBeforeThePartition() throws SQLException {
        UUID november = file(IN_NOVEMBER);
        UUID december = file("2026-12-01T00:00:00Z");
        await(months.make(NOVEMBER));
        assertThat(partition(november)).isEqualTo("submission_chunk_2026_11");
        assertThat(partition(december)).isEqualTo(ChunkMonth.OTHER);
        assertThat(await(await(StoredBytes.ofFile(pool, Sealer.NONE, november)).read(0, 9))).hasToString("ISA");
    }

    @Test
    void shouldLeaveWhatIsTooMuchToMoveWhileATableIsLocked() throws SQLException {
        UUID november = file(IN_NOVEMBER);
        execute("insert into submission_chunk select '" + november + "', n, '' from generate_series(1, "
                + ChunkMonths.MOVED_MAX + ") n");
        assertThatThrownBy(() -> await(months.make(NOVEMBER))).isInstanceOf(DatabaseException.class)
                .hasMessageContaining("submission_chunk_2026_11: more than 1000 chunks of that month lie in");
        assertThat(text(PARTITIONS)).isEqualTo(ChunkMonth.OTHER);
    }

    @Test
    void shouldNotWaitForAnUploadUnderWay() {
        await(months.make(YearMonth.of(2026, 12)));
        SubmissionWriter upload = await(submissions(IN_NOVEMBER).begin(submissions("2026-12-05T00:00:00Z").newId(), "northside",
                Channel.SFTP));
        await(months.make(YearMonth.of(2027, 1)));
        await(upload.append(Buffer.buffer("ISA")));
        await(months.make(YearMonth.of(2027, 2)));
        await(upload.rollback());
    }

    @Test
    void shouldTryAgainLaterWhenATableCannotBeLocked() throws SQLException {
        UUID old = file(UUID.randomUUID(), IN_NOVEMBER);
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            reader.createStatement().executeQuery("select * from submission_chunk where submission_id = '" + old + "'");
            assertThatThrownBy(() -> await(months.make(NOVEMBER))).satisfies(failure ->
                    assertThat(ChunkMonths.lockNotAvailable(failure)).isTrue());
            reader.rollback();
        }
        assertThat(text(PARTITIONS)).isEqualTo(ChunkMonth.OTHER);
        assertThat(await(months.make(NOVEMBER))).isTrue();
    }

    @Test
    void shouldLeaveTheBytesWhereTheyAreWhenTheSchemaIsUpgraded() throws SQLException {
        execute("drop schema public cascade", "create schema public");
        Flyway.configure().dataSource(database.jdbcUrl(), database.connectOptions().getUser(),
                database.connectOptions().getPassword()).locations("classpath:db/migration").target("17").load().migrate();
        UUID old = file(UUID.randomUUID(), IN_NOVEMBER);
        String where = text("select pg_relation_filenode('submission_chunk')");

        Database.migrate(database.connectOptions());

        assertThat(text("select pg_relation_filenode('" + ChunkMonth.OTHER + "')")).isEqualTo(where);
        assertThat(await(await(StoredBytes.ofFile(pool, Sealer.NONE, old)).read(0, 9))).hasToString("ISA");
        await(months.make(NOVEMBER));
        assertThat(partition(file(IN_NOVEMBER))).isEqualTo("submission_chunk_2026_11");
        assertThat(partition(old)).isEqualTo(ChunkMonth.OTHER);
    }

    private UUID file(String receivedAt) {
        return file(submissions(receivedAt).newId(), receivedAt);
    }

    private UUID file(UUID id, String receivedAt) {
        await(submissions(receivedAt).receive(id, "northside", Channel.HTTP, Buffer.buffer("ISA")));
        return id;
    }

    private Submissions submissions(String at) {
        return new Submissions(pool, Clock.fixed(Instant.parse(at), ZoneOffset.UTC));
    }

    private static String partition(UUID file) throws SQLException {
        return text("select string_agg(distinct tableoid::regclass::text, ' ') from submission_chunk where submission_id = '"
                + file + "'");
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = database.connect()) {
            for (String sql : statements) {
                connection.createStatement().execute(sql);
            }
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
