package dev.claimgate.intake.folder;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.partner.Partners;
import dev.claimgate.store.DiskRoom;
import dev.claimgate.store.Notices;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files that others drop into a partner's folder. */
class FolderIT {
    private static final long PATIENCE_SECONDS = 30;
    private static final Sealer SEALER = new Sealer(List.of(new Sealer.Key("test", new byte[Sealer.KEY_BYTES])));
    private static final int BYTES_MAX = 1_000_000;

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @RegisterExtension
    static final TestVertx vertx = new TestVertx();

    @TempDir
    Path root;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Pool pool;
    private String deployment = "";
    private Path in;

    @BeforeEach
    void open() throws IOException {
        pool = database.pool(vertx.get());
        in = Files.createDirectories(root.resolve("north").resolve("in"));
    }

    @AfterEach
    void close() throws SQLException {
        stop();
        await(pool.close());
        database.clear();
    }

    private void start() {
        Partners partners = new Partners(new PartnerDirectory(List.of(new Partner("north", "North", List.of(), List.of()),
                new Partner("absent", "Absent", List.of(), List.of()))));
        FolderSettings settings = new FolderSettings(Optional.of(root), Duration.ofMillis(50), Duration.ofMillis(200), BYTES_MAX,
                2, 100);
        deployment = await(vertx.get().deployVerticle(new FolderVerticle(settings, partners, pool, SEALER, DiskRoom.UNKNOWN, new Notices(vertx.get()),
                meters, Clock.systemUTC())));
    }

    private void stop() {
        if (!deployment.isEmpty()) {
            await(vertx.get().undeploy(deployment));
            deployment = "";
        }
    }

    @Test
    void shouldTakeAFileAndMoveItToDone() throws Exception {
        byte[] bytes = new byte[700_000];
        new Random(3).nextBytes(bytes);
        start();
        Files.write(in.resolve("claims.edi"), bytes);

        until("file in done", () -> names("done").size() == 1);

        assertThat(rows("select partner_id, channel, state, file_name, byte_count from submission"))
                .containsExactly("north FOLDER RECEIVED claims.edi 700000");
        assertThat(rows("select encode(s.sha256, 'hex') = encode(f.sha256, 'hex') from submission s, folder_file f"))
                .containsExactly("t");
        assertThat(names("in")).isEmpty();
        assertThat(names("done").get(0)).matches("[0-9]{8}T[0-9]{6}Z_[0-9a-f]{8}_claims\\.edi");
        assertThat(root.resolve("north/done").resolve(names("done").get(0))).hasBinaryContent(bytes);
        assertThat(root.resolve("absent")).doesNotExist();
    }

    @Test
    void shouldLeaveAFileAloneUntilItHasItsFinalName() throws Exception {
        Files.writeString(in.resolve("claims.edi.part"), "ISA*1");
        Files.writeString(in.resolve(".hidden.edi"), "ISA*1");
        Files.createDirectory(in.resolve("folder.edi"));
        Files.createSymbolicLink(in.resolve("link.edi"), Files.writeString(root.resolve("secret"), "secret"));
        start();
        Files.writeString(in.resolve("marker.edi"), "ISA*2");
        until("marker in done", () -> names("done").size() == 1);
        assertThat(rows("select file_name from submission")).containsExactly("marker.edi");

        Files.move(in.resolve("claims.edi.part"), in.resolve("claims.edi"));

        until("file in done", () -> names("done").size() == 2);
        assertThat(rows("select file_name from submission order by 1")).containsExactly("claims.edi", "marker.edi");
        assertThat(names("in")).containsExactly(".hidden.edi", "folder.edi", "link.edi");
    }

    @Test
    void shouldSetAsideWhatCannotBeTakenAndSayWhy() throws Exception {
        Files.writeString(in.resolve("empty.edi"), "");
        Files.write(in.resolve("large.edi"), new byte[BYTES_MAX + 1]);
        Files.writeString(in.resolve("what*is?this.edi"), "ISA*1");
        start();

        until("three files in failed", () -> names("failed").size() == 6);

        assertThat(rows("select 1 from submission")).isEmpty();
        assertThat(names("in")).isEmpty();
        List<String> reasons = new ArrayList<>();
        for (String name : names("failed")) {
            if (name.endsWith(".reason.txt")) {
                reasons.add(Files.readString(root.resolve("north/failed").resolve(name)));
            }
        }
        assertThat(reasons).anyMatch(reason -> reason.startsWith("the file is empty"))
                .anyMatch(reason -> reason.startsWith("the file has 1000001 bytes, must have 1000000 at most"))
                .anyMatch(reason -> reason.startsWith("the file name, must be"));
        assertThat(meters.counter("claimgate.folder.refusals").count()).isEqualTo(3);
    }

    /** As after a crash between the commit and the move, or when the move to done could not be made. */
    @Test
    void shouldNotTakeAFileTwiceThatACrashLeftInItsFolder() throws Exception {
        start();
        Files.writeString(in.resolve("claims.edi"), "ISA*1");
        until("file in done", () -> names("done").size() == 1);
        stop();
        Path done = root.resolve("north/done").resolve(names("done").get(0));
        Files.move(done, in.resolve("claims.edi"), StandardCopyOption.ATOMIC_MOVE);

        start();

        until("file in done again", () -> names("done").size() == 1);
        assertThat(names("done").get(0)).contains("_again_");
        assertThat(rows("select count(*) from submission")).containsExactly("1");
        assertThat(rows("select count(*) from submission_chunk")).containsExactly("1");
        assertThat(meters.counter("claimgate.folder.files.again").count()).isEqualTo(1);
    }

    @Test
    void shouldTakeAnotherFileOfTheSameName() throws Exception {
        start();
        Files.writeString(in.resolve("claims.edi"), "ISA*1");
        until("file in done", () -> names("done").size() == 1);
        Path next = Files.writeString(root.resolve("next"), "ISA*2");
        Files.setLastModifiedTime(next, FileTime.from(Clock.systemUTC().instant().minusSeconds(1000)));
        Files.move(next, in.resolve("claims.edi"));
        until("both in done", () -> names("done").size() == 2);
        assertThat(rows("select count(*) from submission")).containsExactly("2");
    }

    @Test
    void shouldWaitWithFilesUntilTheDatabaseIsBack() throws Exception {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute("alter table folder_file rename to folder_file_away");
            long before = rollbacks();
            start();
            Files.writeString(in.resolve("claims.edi"), "ISA*1");
            until("try", () -> rollbacks() > before);
            assertThat(names("in")).containsExactly("claims.edi");
            statement.execute("alter table folder_file_away rename to folder_file");
        }
        until("file in done", () -> names("done").size() == 1);
        assertThat(rows("select count(*) from submission")).containsExactly("1");
    }

    private static long rollbacks() {
        return Long.parseLong(rows("select xact_rollback from pg_stat_database where datname = current_database()").get(0));
    }

    @Test
    void shouldWriteAcknowledgementsOutOnceAndWhole() throws Exception {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into submission (id, partner_id, channel, received_at, byte_count, sha256, state, file_name)
                    values ('0b0e4a3c-5a52-4b0c-9d63-1c7d8f6d1a11', 'north', 'FOLDER', now(), 0, '', 'VALIDATED', 'claims.edi')""");
            statement.execute("""
                    insert into acknowledgement (submission_id, partner_id, kind, origin, interchange_ordinal, control_number,
                        byte_count, created_at, mailbox)
                    select id, 'north', k, o, 1, n, 8, now(), 'FOLDER' from submission,
                        (values ('999', 'GATEWAY', 11), ('277CA', 'PAYER', 12)) as t(k, o, n)""");
            statement.execute("""
                    insert into acknowledgement_chunk select id, s, convert_to('ISA' || s || '~', 'UTF8')
                    from acknowledgement, generate_series(0, 1) s""");
            connection.commit();
        }
        start();

        until("two files in out", () -> names("out").size() == 2 && names("out").stream().noneMatch(n -> n.startsWith(".")));
        assertThat(names("out")).containsExactly("claims_277CA-PAYER_000000012.edi", "claims_999_000000011.edi");
        assertThat(root.resolve("north/out/claims_999_000000011.edi")).hasContent("ISA0~ISA1~");
        until("both out of the mailbox", () -> rows("select 1 from acknowledgement where removed_at is null").isEmpty());

        Files.delete(root.resolve("north/out/claims_999_000000011.edi"));
        Files.writeString(in.resolve("marker.edi"), "ISA*1");
        until("marker in done", () -> names("done").size() == 1);
        assertThat(names("out")).as("what its reader took away does not come back").hasSize(1);
    }

    private List<String> names(String folder) {
        Path path = root.resolve("north").resolve(folder);
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + what + " within " + PATIENCE_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static List<String> rows(String sql) {
        try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                StringBuilder row = new StringBuilder(rows.getString(1));
                for (int i = 2; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(' ').append(rows.getString(i));
                }
                all.add(row.toString());
            }
            return all;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
