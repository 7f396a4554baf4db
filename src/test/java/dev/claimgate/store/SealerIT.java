package dev.claimgate.store;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.TestVertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Raw bytes at rest: sealed by the newest key, opened by each. */
class SealerIT {
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Sealer.Key OLD = key("old", 1);
    private static final Sealer.Key NEW = key("new", 2);
    private final Sealer before = new Sealer(List.of(OLD));
    private final Sealer after = new Sealer(List.of(NEW, OLD));
    private Pool pool;

    @BeforeEach
    void open() throws SQLException {
        database.clear();
        pool = database.pool(vertx.get());
    }

    @AfterEach
    void close() {
        await(pool.close());
    }

    @Test
    void shouldKeepNoReadableByteAndGiveThemAllBack() throws SQLException {
        UUID id = file(before, "ISA*MARKED-", "VALUES*IEA~");
        assertThat(text("select count(*) from submission_chunk where position('MARKED'::bytea in bytes) > 0")).isEqualTo("0");
        assertThat(read(before, id, 0, 22)).isEqualTo("ISA*MARKED-VALUES*IEA~");
        assertThat(read(before, id, 4, 17)).isEqualTo("MARKED-VALUES");
        assertThat(text("select byte_count from submission")).isEqualTo("22");
    }

    @Test
    void shouldReadWhatAnOldKeySealedAndWriteWithTheNewOne() throws SQLException {
        UUID plain = file(Sealer.NONE, "PLAIN-ONE", "PLAIN-TWO");
        UUID old = file(before, "OLD-ONE", "OLD-TWO");
        UUID fresh = file(after, "NEW-ONE", "NEW-TWO");
        assertThat(read(after, plain, 6, 12)).isEqualTo("ONEPLA");
        assertThat(read(after, old, 4, 10)).isEqualTo("ONEOLD");
        assertThat(read(after, fresh, 4, 10)).isEqualTo("ONENEW");
        assertThat(text("select string_agg(distinct key_id, ' ' order by key_id) from submission_chunk")).isEqualTo("new old");
        assertThatThrownBy(() -> read(before, fresh, 0, 7)).isInstanceOf(DatabaseException.class)
                .hasMessageContaining("the key new is not configured");
    }

    @Test
    void shouldNoticeChangedBytesAndAnotherKeyOfTheSameName() throws SQLException {
        UUID id = file(before, "ISA*00~", "IEA*1~");
        Sealer other = new Sealer(List.of(key("old", 3)));
        assertThatThrownBy(() -> read(other, id, 0, 7)).isInstanceOf(DatabaseException.class)
                .hasMessageContaining("do not open");
        execute("update submission_chunk set bytes = set_byte(bytes, 15, get_byte(bytes, 15) # 1)");
        assertThatThrownBy(() -> read(before, id, 0, 7)).isInstanceOf(DatabaseException.class)
                .hasMessageContaining("do not open");
    }

    @Test
    void shouldNotOpenBytesOfAnotherPurpose() {
        Buffer sealed = before.seal(Sealer.Purpose.REPLY, Buffer.buffer("ISA"));
        assertThat(sealed.length()).isEqualTo(3 + Sealer.OVERHEAD_BYTES);
        assertThatThrownBy(() -> before.open(Sealer.Purpose.FILE, sealed, "old")).isInstanceOf(DatabaseException.class);
    }

    private UUID file(Sealer sealer, String first, String second) {
        UUID id = UUID.randomUUID();
        SubmissionWriter writer = await(new Submissions(pool, Clock.systemUTC(), sealer).begin(id, "northside", Channel.HTTP));
        await(writer.append(Buffer.buffer(first)));
        await(writer.append(Buffer.buffer(second)));
        await(writer.commit());
        return id;
    }

    private String read(Sealer sealer, UUID id, long from, long to) {
        FileRange range = new FileRange(id, from, to);
        return new String(await(FileParts.read(pool, List.of(range), sealer)).part(range).bytes());
    }

    private static Sealer.Key key(String id, int fill) {
        byte[] secret = new byte[Sealer.KEY_BYTES];
        Arrays.fill(secret, (byte) fill);
        return new Sealer.Key(id, secret);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute(sql);
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
