package dev.claimgate.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.TestVertx;
import dev.claimgate.store.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way in by SFTP: when they count, and when nothing of them is kept. */
class SftpUploadIT {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @RegisterExtension
    static final TestVertx vertx = new TestVertx();

    private static final byte[] FILE = "ISA*not looked at here~".getBytes(StandardCharsets.US_ASCII);
    private static final EnumSet<OpenMode> ANEW = EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate);

    @TempDir
    Path folder;

    private SftpRoom room;

    @AfterEach
    void close() throws Exception {
        room.close();
        database.clear();
    }

    private void open(String settings) throws IOException {
        room = new SftpRoom(vertx, database, folder, settings);
    }

    @Test
    void shouldCountAFileWithItsCloseAndNotBefore() throws Exception {
        open("");
        try (SftpClient north = room.north()) {
            SftpClient.CloseableHandle handle = north.open("/inbox/claims.edi", ANEW);
            north.write(handle, 0, FILE);
            assertThat(rows("select 1 from submission")).isEmpty();

            north.close(handle);

            assertThat(rows("select partner_id, channel, state, file_name, byte_count from submission"))
                    .containsExactly("north SFTP RECEIVED claims.edi " + FILE.length);
            assertThat(names(north, "/inbox")).isEmpty();
            assertThat(north.stat("/inbox/claims.edi").getSize()).as("told to him who brought it").isEqualTo(FILE.length);
            assertThat(names(north, "/archive")).singleElement().asString()
                    .matches("[0-9]{8}T[0-9]{6}Z_[0-9a-f]{8}_RECEIVED_claims\\.edi");
        }
        assertThat(room.meters.counter("claimgate.sftp.uploads").count()).isEqualTo(1);
    }

    @Test
    void shouldCountAFileWithItsRenameToItsFinalName() throws Exception {
        open("");
        try (SftpClient north = room.north()) {
            put(north, "/inbox/claims.edi.part", FILE);
        }
        try (SftpClient north = room.north(); SftpClient lake = room.lake()) {
            assertThat(names(north, "/inbox")).containsExactly("claims.edi.part");
            assertThat(names(lake, "/inbox")).isEmpty();
            assertThat(rows("select state from submission")).containsExactly("STAGED");
            assertStatus(SftpConstants.SSH_FX_NO_SUCH_FILE, () -> lake.rename("/inbox/claims.edi.part", "/inbox/mine.edi"));

            north.rename("/inbox/claims.edi.part", "/inbox/claims.edi");

            assertThat(names(north, "/inbox")).isEmpty();
            assertThat(rows("select state, file_name from submission")).containsExactly("RECEIVED claims.edi");
            assertThat(rows("select count(*) from submission_chunk")).containsExactly("1");
        }
    }

    @Test
    void shouldLetItsSenderReplaceRenameAndRemoveWhatHasATemporaryName() throws Exception {
        open("");
        try (SftpClient north = room.north()) {
            put(north, "/inbox/a.tmp", FILE);
            put(north, "/inbox/a.tmp", "longer than it was before".getBytes(StandardCharsets.US_ASCII));
            assertThat(north.stat("/inbox/a.tmp").getSize()).isEqualTo(25);
            put(north, "/inbox/b.tmp", FILE);
            assertStatus(SftpConstants.SSH_FX_FAILURE, () -> north.rename("/inbox/a.tmp", "/inbox/b.tmp"));
            north.rename("/inbox/a.tmp", "/inbox/c.filepart");
            assertThat(get(north, "/inbox/c.filepart")).isEqualTo("longer than it was before".getBytes(StandardCharsets.US_ASCII));
            north.remove("/inbox/b.tmp");
            assertThat(names(north, "/inbox")).containsExactly("c.filepart");
            assertThat(rows("select count(*) from submission_chunk")).containsExactly("1");
        }
    }

    @Test
    void shouldStreamALargeFileAndGiveItBackAsItWas() throws Exception {
        open("streamsMax: 1\nstreamsPerPartnerMax: 1");
        byte[] large = new byte[5_000_001];
        new Random(7).nextBytes(large);
        try (SftpClient north = room.north()) {
            put(north, "/inbox/large.edi", large);
            assertThat(rows("select byte_count, encode(sha256, 'hex') from submission")).containsExactly(large.length + " "
                    + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(large)));
            assertThat(rows("select count(*) > 10 from submission_chunk")).containsExactly("t");
            assertThat(get(north, "/archive/" + names(north, "/archive").get(0))).isEqualTo(large);
            put(north, "/inbox/next.edi", large);
        }
    }

    @Test
    void shouldKeepNothingOfAnUploadWhoseLineIsCut() throws Exception {
        open("streamsMax: 1\nstreamsPerPartnerMax: 1");
        try (SftpClient north = room.north()) {
            SftpClient.CloseableHandle handle = north.open("/inbox/half.edi", ANEW);
            north.write(handle, 0, new byte[300_000]);
            north.write(handle, 300_000, new byte[30_000]);
            north.getSession().close(true);
        }
        try (SftpClient north = room.north()) {
            // With one slot for large files, this waits until that of the broken one is free again.
            put(north, "/inbox/whole.edi", new byte[600_000]);
        }
        assertThat(rows("select file_name from submission")).containsExactly("whole.edi");
        assertThat(rows("select sum(octet_length(bytes) - 28) from submission_chunk")).containsExactly("600000");
    }

    @Test
    void shouldGiveUpALargeUploadThatStallsAndLetAnotherIn() throws Exception {
        open("streamsMax: 1\nstreamsPerPartnerMax: 1\nbytesPerSecondMin: 100000");
        try (SftpClient lake = room.lake(); SftpClient north = room.north()) {
            SftpClient.CloseableHandle stalled = lake.open("/inbox/stalled.edi", ANEW);
            lake.write(stalled, 0, new byte[300_000]);

            put(north, "/inbox/whole.edi", new byte[300_000]);

            assertThatThrownBy(() -> lake.write(stalled, 300_000, FILE)).hasMessageContaining("more slowly than 100000 bytes");
            assertThat(room.refused("slow-upload")).isEqualTo(1);
        }
        assertThat(rows("select file_name from submission")).containsExactly("whole.edi");
    }

    @Test
    void shouldRefuseWhatCannotBeKeptInOrder() throws Exception {
        open("");
        try (SftpClient north = room.north()) {
            put(north, "/inbox/a.part", FILE);
            assertStatus(SftpConstants.SSH_FX_OP_UNSUPPORTED,
                    () -> north.open("/inbox/a.part", EnumSet.of(OpenMode.Write, OpenMode.Create)));
            assertStatus(SftpConstants.SSH_FX_OP_UNSUPPORTED,
                    () -> north.open("/inbox/b.edi", EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Append)));
            assertStatus(SftpConstants.SSH_FX_FAILURE,
                    () -> north.open("/inbox/a.part", EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Exclusive)));
            SftpClient.CloseableHandle gap = north.open("/inbox/gap.edi", ANEW);
            assertStatus(SftpConstants.SSH_FX_OP_UNSUPPORTED, () -> north.write(gap, 10, FILE));
            assertStatus(SftpConstants.SSH_FX_OP_UNSUPPORTED, () -> north.close(gap));
            SftpClient.CloseableHandle empty = north.open("/inbox/empty.edi", ANEW);
            assertStatus(SftpConstants.SSH_FX_FAILURE, () -> north.close(empty));
        }
        assertThat(rows("select file_name from submission")).containsExactly("a.part");
        assertThat(room.refused("op_unsupported")).isEqualTo(4);
    }

    @Test
    void shouldRefuseAFileThatIsTooLargeAndForgetItAtOnce() throws Exception {
        open("fileBytesMax: 400000");
        try (SftpClient north = room.north()) {
            SftpClient.CloseableHandle handle = north.open("/inbox/large.edi", ANEW);
            north.write(handle, 0, new byte[300_000]);
            assertThatThrownBy(() -> north.write(handle, 300_000, new byte[100_001]))
                    .hasMessageContaining("larger than 400000 bytes");
            put(north, "/inbox/fits.edi", new byte[400_000]);
        }
        assertThat(rows("select file_name from submission")).containsExactly("fits.edi");
    }

    @Test
    void shouldEndAnUploadThatTakesTooLong() throws Exception {
        open("uploadSecondsMax: 1");
        try (SftpClient north = room.north()) {
            SftpClient.CloseableHandle handle = north.open("/inbox/slow.edi", ANEW);
            north.write(handle, 0, new byte[300_000]);
            SftpRoom.until("end of the transaction", () -> rows("""
                    select 1 from pg_stat_activity where datname = current_database() and state = 'idle in transaction'""")
                    .isEmpty());
            assertThatThrownBy(() -> north.close(handle)).hasMessageContaining("longer than 1 s");
        }
        assertThat(rows("select 1 from submission")).isEmpty();
    }

    @Test
    void shouldHoldAPartnerToHisQuotasAndLeaveOthersInPeace() throws Exception {
        open("filesPerHourMax: 2\ninboxFilesMax: 1");
        try (SftpClient north = room.north(); SftpClient lake = room.lake()) {
            put(north, "/inbox/1.edi", FILE);
            put(north, "/inbox/2.tmp", FILE);
            assertThatThrownBy(() -> put(north, "/inbox/3.tmp", FILE)).hasMessageContaining("quota: 1 files");
            north.rename("/inbox/2.tmp", "/inbox/2.edi");
            assertThatThrownBy(() -> put(north, "/inbox/3.edi", FILE)).hasMessageContaining("quota: 2 files");
            put(lake, "/inbox/1.edi", FILE);
        }
        assertThat(rows("select partner_id, file_name from submission order by 1, 2"))
                .containsExactly("lake 1.edi", "north 1.edi", "north 2.edi");
    }

    @Test
    void shouldTakeAThousandTinyFilesOfTwoPartnersAtOnce() throws Exception {
        open("connectionsPerPartnerMax: 5");
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Future<?>> senders = new ArrayList<>();
            for (int sender = 0; sender < 10; sender++) {
                int number = sender;
                senders.add(threads.submit(() -> {
                    try (SftpClient client = number % 2 == 0 ? room.north() : room.lake()) {
                        for (int file = 0; file < 100; file++) {
                            put(client, "/inbox/" + number + "-" + file + ".edi", FILE);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> sender : senders) {
                sender.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(rows("select partner_id, count(*), count(distinct file_name) from submission group by 1 order by 1"))
                .containsExactly("lake 500 500", "north 500 500");
    }

    private static void put(SftpClient client, String path, byte[] bytes) throws IOException {
        try (OutputStream out = client.write(path)) {
            out.write(bytes);
        }
    }

    private static byte[] get(SftpClient client, String path) throws IOException {
        try (InputStream in = client.read(path)) {
            return in.readAllBytes();
        }
    }

    static List<String> names(SftpClient client, String folder) throws IOException {
        return StreamSupport.stream(client.readDir(folder).spliterator(), false).map(SftpClient.DirEntry::getFilename)
                .filter(name -> !name.startsWith(".")).toList();
    }

    interface Request {
        void send() throws Exception;
    }

    static void assertStatus(int status, Request request) {
        assertThatThrownBy(request::send).isInstanceOfSatisfying(SftpException.class,
                refused -> assertThat(refused.getStatus()).as(refused.getMessage()).isEqualTo(status));
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
