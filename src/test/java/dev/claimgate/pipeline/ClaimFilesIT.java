package dev.claimgate.pipeline;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.TestVertx;
import dev.claimgate.claim.HistoryLimits;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.finding.Severity;
import dev.claimgate.guide.GuideLibrary;
import dev.claimgate.store.Channel;
import dev.claimgate.store.Receipt;
import dev.claimgate.store.SubmissionState;
import dev.claimgate.store.SubmissionWork;
import dev.claimgate.store.Submissions;
import dev.claimgate.store.TestDatabase;
import dev.claimgate.store.WorkQueue;
import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.Interchange837;
import dev.claimgate.validation.ValidationRules;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files through the real engine into the real database. */
class ClaimFilesIT {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();
    private static final ValidationRules RULES = new ValidationRules(GuideLibrary.load(Path.of("edi-specs")),
            new ClaimEdits(editsOff()), CodeTables.builder().build(), EnginePolicy.DEFAULT);

    private Pool pool;
    private WorkerExecutor workers;

    /** The tables are empty here: what looks codes up would reject everything. */
    private static Map<String, Severity> editsOff() {
        Map<String, Severity> off = new HashMap<>();
        ClaimEdits.all().stream().filter(edit -> !edit.id().equals("claim-balance") && !edit.id().equals("npi-check-digit"))
                .forEach(edit -> off.put(edit.id(), Severity.OFF));
        return off;
    }

    @BeforeEach
    void open() throws SQLException {
        database.clear();
        pool = database.pool(vertx.get());
        workers = vertx.get().createSharedWorkerExecutor("engine-test", 2);
    }

    @AfterEach
    void close() {
        await(workers.close());
        await(pool.close());
    }

    @Test
    void shouldKeepWhereTheClaimLiesInTheFile() {
        String file = Interchange837.clean().text();
        UUID id = received(file);
        assertThat(run(id)).isEqualTo(SubmissionState.VALIDATED);
        Row claim = claims().get(0);
        assertThat(claim.getString("patient_control_number")).isEqualTo("ACCT-1");
        assertThat(claim.getString("state")).isEqualTo("WAITING");
        assertThat(claim.getString("payer_id")).isEqualTo("payer-60054");
        assertThat(claim.getString("billing_npi")).isEqualTo("1234567893");
        assertThat(claim.getLong("charge_cents")).isEqualTo(15_000);
        assertThat(claim.getInteger("service_from")).isEqualTo(20261110);
        Long[] ranges = claim.getArrayOfLongs("ranges");
        assertThat(ranges).hasSize(10);
        assertThat(file.substring(ranges[8].intValue(), ranges[9].intValue())).startsWith("CLM*ACCT-1*")
                .endsWith("DTP*472*D8*20261110~");
    }

    @Test
    void shouldGiveTheSameRowsHoweverTheFileIsCutIntoChunks() {
        String file = Interchange837.clean().text();
        UUID whole = received(file);
        run(whole);
        List<String> expected = claims().stream().map(ClaimFilesIT::text).toList();
        UUID cut = receivedInPieces(file.replace("000000101", "000000102").replace("BATCH-1", "BATCH-2"), 7);
        assertThat(run(cut)).isEqualTo(SubmissionState.VALIDATED);
        assertThat(claims().stream().skip(1).map(ClaimFilesIT::text)).containsExactlyElementsOf(expected);
    }

    @Test
    void shouldRejectTheClaimThatDoesNotBalance() {
        UUID id = received(Interchange837.clean().replace("CLM*", "CLM*ACCT-1*151***11:B:1*Y*A*Y*Y").text());
        assertThat(run(id)).isEqualTo(SubmissionState.VALIDATED);
        assertThat(claims().get(0).getString("state")).isEqualTo("REJECTED");
        assertThat(claims().get(0).getString("statuses")).matches("A[0-9]:[0-9]+.*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SE  | SE*99*0001
            GE  | GE*2*101
            IEA | IEA*1*000000999
            """)
    void shouldRejectTheClaimsWithWhateverHoldsThem(String trailer, String by) {
        String file = Interchange837.clean().replace(trailer.strip() + "*", by.strip()).text();
        assertThat(run(received(file))).isEqualTo(SubmissionState.VALIDATED);
        assertThat(claims()).extracting(claim -> claim.getString("state")).containsExactly("SET_REJECTED");
        assertThat(run(receivedInPieces(file.replace("000000101", "000000102"), 100))).isEqualTo(SubmissionState.VALIDATED);
        assertThat(claims()).extracting(claim -> claim.getString("state")).containsExactly("SET_REJECTED", "SET_REJECTED");
    }

    @Test
    void shouldRejectTheClaimsOfABatchThatWasSentBefore() {
        String file = Interchange837.clean().text();
        run(received(file));
        assertThat(run(received(file.replace("000000101", "000000102")))).isEqualTo(SubmissionState.VALIDATED);
        run(received(file.replace("000000101", "000000103").replace("*0*T*:", "*0*P*:").replace("*1*T*:", "*1*P*:")));
        run(received(file.replace("000000101", "000000104").replace("BATCH-1", "BATCH-4")));
        assertThat(claims()).extracting(claim -> (claim.getString("state") + " " + claim.getString("statuses")).strip())
                .containsExactly("WAITING", "REJECTED A3:746", "WAITING", "WAITING");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SE  | SE*99*0001
            GE  | GE*2*101
            IEA | IEA*1*000000999
            """)
    void shouldTakeABatchAgainWhoseFirstSendingWasRejected(String trailer, String by) {
        run(received(Interchange837.clean().replace(trailer.strip() + "*", by.strip()).text()));
        run(received(Interchange837.clean().text().replace("000000101", "000000102")));
        assertThat(claims()).extracting(claim -> claim.getString("state")).containsExactly("SET_REJECTED", "WAITING");
    }

    @Test
    void shouldSurviveWhatNoColumnCanHold() {
        String number = "A".repeat(20_000) + "\0";
        UUID id = received(Interchange837.clean().replace("CLM*", "CLM*" + number + "*150***11:B:1*Y*A*Y*Y").text());
        assertThat(run(id)).isEqualTo(SubmissionState.VALIDATED);
        assertThat(claims().get(0).getString("state")).isEqualTo("SET_REJECTED");
        assertThat(claims().get(0).getString("patient_control_number")).isEqualTo("A".repeat(80));
    }

    @Test
    void shouldCallABinaryFileUnreadable() {
        assertThat(run(received("\0\1\2GIF89a"))).isEqualTo(SubmissionState.UNREADABLE);
        assertThat(claims()).isEmpty();
    }

    private UUID received(String file) {
        Buffer bytes = Buffer.buffer(file.getBytes(StandardCharsets.ISO_8859_1));
        return await(new Submissions(pool, Clock.systemUTC()).receive(UUID.randomUUID(), "northside", Channel.HTTP, bytes)
                .map(Receipt::id));
    }

    private UUID receivedInPieces(String file, int length) {
        UUID id = UUID.randomUUID();
        var writer = await(new Submissions(pool, Clock.systemUTC()).begin(id, "northside", Channel.HTTP));
        for (int at = 0; at < file.length(); at += length) {
            await(writer.append(Buffer.buffer(file.substring(at, Math.min(file.length(), at + length)))));
        }
        await(writer.commit());
        return id;
    }

    private SubmissionState run(UUID id) {
        SubmissionWork work = await(new WorkQueue(pool).lock(id)).orElseThrow();
        Engine engine = job -> {
            FileValidator validator = new FileValidator(RULES, job.register(), job.history(), job.receivedOn(), job.verdicts());
            return new Engine.Run() {
                @Override
                public void feed(byte[] bytes, int from, int length) {
                    validator.feed(bytes, from, length);
                }

                @Override
                public void finish() {
                    validator.finish();
                }
            };
        };
        return await(new SubmissionRun(work, engine, claim -> Optional.of("payer-" + claim.code()), Optional.empty(), workers,
                Clock.systemUTC(), HistoryLimits.USUAL, 100)
                .run());
    }

    private List<Row> claims() {
        List<Row> claims = new ArrayList<>();
        await(pool.query("select * from claim order by id").execute()).forEach(claims::add);
        return claims;
    }

    private static String text(Row claim) {
        return claim.getString("patient_control_number") + " " + claim.getLong("charge_cents") + " " + claim.getString("state")
                + " " + claim.getString("payer_id") + " " + List.of(claim.getArrayOfLongs("ranges"));
    }
}
