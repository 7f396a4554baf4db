package dev.claimgate.pipeline;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.TestVertx;
import dev.claimgate.claim.Claim;
import dev.claimgate.claim.HistoryLimits;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.store.Channel;
import dev.claimgate.store.Sealer;
import dev.claimgate.store.SubmissionWork;
import dev.claimgate.store.Submissions;
import dev.claimgate.store.TestDatabase;
import dev.claimgate.store.WorkQueue;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.Interchange837;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.ReportListeners;
import dev.claimgate.validation.Verdict;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files of one sender one after another, through the real engine into the real database. */
class ClaimHistoryIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final String PARTNER = "northside";

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();

    private Pool pool;
    private WorkerExecutor workers;
    private int files;

    @BeforeEach
    void open() throws SQLException {
        database.clear();
        pool = database.pool(vertx.get());
        workers = vertx.get().createSharedWorkerExecutor("history-test", 2);
    }

    @AfterEach
    void close() {
        await(workers.close());
        await(pool.close());
    }

    @Test
    void shouldRejectAClaimThatIsSentAgain() {
        assertThat(judge(file("ACCT-1", "17000"))).containsExactly("ACCT-1 WAITING ");
        assertThat(judge(file("ACCT-1", "17000"))).containsExactly("ACCT-1 REJECTED A3:78");
    }

    @Test
    void shouldTellADuplicateOfAClaimThatThePayerHasProcessed() {
        judge(file("ACCT-1", "17000"));
        run("insert into payer_reply (payer_id, sha256, bytes, received_at, state) values ('p', '', '', now(), 'APPLIED')");
        run("insert into claim_status (claim_id, payer_reply_id, kind, accepted, statuses, payer_claim_number, recorded_at)"
                + " select c.id, r.id, '835', true, '1', 'EV-1', now() from claim c, payer_reply r");
        assertThat(judge(file("ACCT-1", "17000"))).containsExactly("ACCT-1 REJECTED A3:54");
    }

    @Test
    void shouldFindADuplicateInTheSameFile() {
        String once = file("ACCT-1", "17000");
        assertThat(judge(counted(once.replace("SE*", segments(once, "CLM*", "SE*") + "SE*")))).containsExactly("ACCT-1 WAITING ", "ACCT-1 REJECTED A3:78");
    }

    @Test
    void shouldJudgePairsAndUnitsOverEarlierClaimsOfTheDay() {
        judge(file("ACCT-1", "11102"));
        assertThat(judge(file("ACCT-2", "17000"))).containsExactly("ACCT-2 REJECTED A8:732 A8:454 A8:453");
        assertThat(judge(file("ACCT-3", "17000:59"))).containsExactly("ACCT-3 WAITING ");
        assertThat(judge(file("ACCT-4", "17000:76"))).containsExactly("ACCT-4 REJECTED A7:476 A7:258 A8:732 A8:454 A8:453");
    }

    @Test
    void shouldNotLookAtClaimsOfAnotherPatientPayerOrPartner() {
        judge(file("ACCT-1", "11102"));
        assertThat(judge(file("ACCT-2", "17000").replace("W123456789", "W123456780"))).containsExactly("ACCT-2 WAITING ");
        assertThat(judge(file("ACCT-2", "17000").replace("19800101", "19800102"))).containsExactly("ACCT-2 WAITING ");
        assertThat(judge(file("ACCT-2", "17000").replace("*60054", "*60055"))).containsExactly("ACCT-2 WAITING ");
        assertThat(judge("lakeview", file("ACCT-2", "17000"), Sealer.NONE)).containsExactly("ACCT-2 WAITING ");
    }

    @Test
    void shouldWarnInTheGlobalPeriodOfThreeDaysBefore() {
        judge(file("ACCT-1", "17000"));
        List<String> edits = new ArrayList<>();
        judge(file("ACCT-2", "99213").replace("20261110", "20261113"), edits);
        assertThat(edits).containsExactly("global-period-visit");
        edits.clear();
        judge(file("ACCT-3", "99213:24").replace("20261110", "20261113"), edits);
        assertThat(edits).isEmpty();
    }

    @Test
    void shouldForgetWhatWasVoidedOrReplaced() {
        judge(file("ACCT-1", "11102"));
        assertThat(judge(corrected("8", "ACCT-1", "11102"))).containsExactly("ACCT-1 WAITING ");
        assertThat(judge(file("ACCT-2", "17000"))).containsExactly("ACCT-2 WAITING ");
        assertThat(judge(corrected("7", "ACCT-2", "17000"))).containsExactly("ACCT-2 WAITING ");
        assertThat(judge(file("ACCT-2", "17000"))).as("the replacement stands").containsExactly("ACCT-2 REJECTED A3:78");
        assertThat(judge(file("ACCT-1", "11102").replace("20261110", "20261001"))).containsExactly("ACCT-1 WAITING ");
    }

    @Test
    void shouldForgetWhatThePayerRefused() {
        judge(file("ACCT-1", "17000"));
        run("update claim set state = 'PAYER_REJECTED'");
        assertThat(judge(file("ACCT-1", "17000"))).containsExactly("ACCT-1 WAITING ");
    }

    @Test
    void shouldFindTheOriginalByItsNumberOrThePayers() {
        judge(file("ACCT-1", "17000"));
        run("insert into payer_reply (payer_id, sha256, bytes, received_at, state) values ('p', '', '', now(), 'APPLIED')");
        run("insert into claim_status (claim_id, payer_reply_id, kind, accepted, statuses, payer_claim_number, recorded_at)"
                + " select c.id, r.id, '277CA', true, 'A2:20', 'EV-1', now() from claim c, payer_reply r");
        List<String> edits = new ArrayList<>();
        judge(corrected("7", "ACCT-9", "17000").replace("W123456789", "W123456780"), edits);
        assertThat(edits).as("by REF*F8, for another member id").isEmpty();
        judge(corrected("7", "ACCT-8", "17000").replace("EV-1", "EV-2").replace("W123456789", "W123456781"), edits);
        assertThat(edits).containsExactly("original-known");
    }

    @Test
    void shouldNotSeeAFileAsItsOwnHistoryWhenItIsJudgedAgain() {
        UUID id = received(PARTNER, file("ACCT-1", "17000"), Sealer.NONE);
        SubmissionWork first = await(new WorkQueue(pool).lock(id)).orElseThrow();
        SubmissionRun breaks = new SubmissionRun(first, job -> new Judging(job, new ArrayList<>(), true),
                claim -> Optional.of("evergreen"), Optional.empty(), workers, CLOCK, HistoryLimits.USUAL, 100);
        assertThatThrownBy(() -> await(breaks.run())).hasMessageContaining("as a crash at the end of the file");
        assertThat(judged(id, Sealer.NONE, new ArrayList<>())).containsExactly("ACCT-1 WAITING ");
    }

    @Test
    void shouldNotCountWhatWasRejectedWithItsSet() {
        assertThat(judge(file("ACCT-1", "17000").replaceFirst("SE\\*\\d+", "SE*99"))).containsExactly("ACCT-1 SET_REJECTED ");
        assertThat(judge(file("ACCT-1", "17000"))).containsExactly("ACCT-1 WAITING ");
    }

    @Test
    void shouldAskOnceForEachPieceOfAFileAndSeeAllPiecesBefore() {
        run("create extension if not exists pg_stat_statements");
        String claims = segments(file("ACCT-1", "17000"), "CLM*", "SE*");
        StringBuilder many = new StringBuilder();
        int count = 3_000;
        for (int i = 0; i < count; i++) {
            many.append("HL*").append(i + 2).append("*1*22*0~").append(subscriber("W" + (200_000_000 + i % (count - 1))))
                    .append(claims.replace("ACCT-1", "ACCT-" + i % (count - 1)));
        }
        String file = file("ACCT-1", "17000");
        int head = file.indexOf("HL*2*1*22*0~");
        String whole = file.substring(0, head) + many + file.substring(file.indexOf("SE*"));
        run("select pg_stat_statements_reset()");
        UUID id = received(PARTNER, counted(whole), Sealer.NONE);
        List<String> verdicts = judged(id, Sealer.NONE, new ArrayList<>());
        assertThat(verdicts).hasSize(count);
        assertThat(verdicts.subList(0, count - 1)).allMatch(verdict -> verdict.endsWith(" WAITING "));
        assertThat(verdicts.get(count - 1)).as("the first claim again, pieces later").isEqualTo("ACCT-0 REJECTED A3:78");
        long chunks = number("select count(*) from submission_chunk");
        assertThat(chunks).isGreaterThan(5);
        assertThat(number("select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid"
                + " where d.datname = current_database() and query like '%as wanted(patient_key, since)%'"))
                .isEqualTo(chunks);
    }

    @Test
    void shouldSealWhatItKeepsAndFindItAgainWithTheNextKey() {
        Sealer.Key first = new Sealer.Key("k1", new byte[Sealer.KEY_BYTES]);
        byte[] bytes = new byte[Sealer.KEY_BYTES];
        bytes[0] = 1;
        judge(PARTNER, file("ACCT-1", "17000"), new Sealer(List.of(first)));
        assertThat(number("select count(*) from claim where history_key_id = 'k1' and position('ACCT-1'::bytea in history) = 0"))
                .isEqualTo(1);
        Sealer next = new Sealer(List.of(new Sealer.Key("k2", bytes), first));
        assertThat(judge(PARTNER, file("ACCT-1", "17000"), next)).containsExactly("ACCT-1 REJECTED A3:78");
        assertThat(number("select count(*) from patient_secret where key_id = 'k2'")).isEqualTo(1);
    }

    private static String segments(String file, String from, String to) {
        return file.substring(file.indexOf(from), file.indexOf(to));
    }

    private static String subscriber(String memberId) {
        return segments(file(1, "ACCT-1", "17000", identity -> identity), "SBR*", "CLM*").replace("W123456789", memberId);
    }

    /** One line of one procedure on 2026-11-10, of a file with numbers of its own. */
    private String file(String number, String procedure) {
        return file(++files, number, procedure, file -> file);
    }

    private String corrected(String frequency, String number, String procedure) {
        return file(++files, number, procedure, file ->
                file.replace("11:B:1*Y*A*Y*Y~", "11:B:" + frequency + "*Y*A*Y*Y~REF*F8*EV-1~"));
    }

    private static String file(int ordinal, String number, String procedure, UnaryOperator<String> change) {
        String text = Interchange837.clean().replace("LX*2").replace("SV1*HC:17003").drop("DTP*472*D8*20261110")
                .replace("CLM*", "CLM*" + number + "*100***11:B:1*Y*A*Y*Y").text();
        return counted(change.apply(text.replace("HC:17000", "HC:" + procedure)
                .replace("000000101", String.format("%09d", ordinal)).replace("BATCH-1", "BATCH-" + ordinal)));
    }

    /** SE01 as it must be. */
    private static String counted(String file) {
        int segments = file.substring(file.indexOf("ST*"), file.indexOf("SE*")).split("~").length + 1;
        return file.replaceFirst("SE\\*\\d+", "SE*" + segments);
    }

    private List<String> judge(String file) {
        return judge(PARTNER, file, Sealer.NONE);
    }

    private List<String> judge(String partner, String file, Sealer sealer) {
        return judged(received(partner, file, sealer), sealer, new ArrayList<>());
    }

    private void judge(String file, List<String> edits) {
        judged(received(PARTNER, file, Sealer.NONE), Sealer.NONE, edits);
    }

    private UUID received(String partner, String file, Sealer sealer) {
        UUID id = UUID.randomUUID();
        var writer = await(new Submissions(pool, CLOCK, sealer).begin(id, partner, Channel.HTTP));
        byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
        int piece = 100_000;
        for (int from = 0; from < bytes.length; from += piece) {
            await(writer.append(Buffer.buffer(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece)))));
        }
        await(writer.commit());
        return id;
    }

    /** Number, state and statuses of each claim of the file; {@code edits} takes the ids of what found something. */
    private List<String> judged(UUID id, Sealer sealer, List<String> edits) {
        SubmissionWork work = await(new WorkQueue(pool, sealer).lock(id)).orElseThrow();
        await(new SubmissionRun(work, job -> new Judging(job, edits, false), claim -> Optional.of("evergreen"),
                Optional.empty(), workers, CLOCK,
                HistoryLimits.USUAL, 100).run());
        List<String> claims = new ArrayList<>();
        for (Row row : await(pool.query("select patient_control_number, state, statuses from claim where submission_id = '" + id
                + "' order by id").execute())) {
            claims.add(row.getString(0) + " " + row.getString(1) + " " + row.getString(2));
        }
        return claims;
    }

    private void run(String sql) {
        await(pool.query(sql).execute());
    }

    private long number(String sql) {
        return ((Number) await(pool.query(sql).execute()).iterator().next().getValue(0)).longValue();
    }

    /** The engine with all its rules and without acknowledgements. */
    private static final class Judging implements Engine.Run {
        private final FileValidator validator;
        private final boolean breaks;

        Judging(Engine.Job job, List<String> edits, boolean breaks) {
            this.breaks = breaks;
            validator = new FileValidator(Verdict.rules(), job.register(), job.history(), job.receivedOn(),
                    new ReportListeners(job.verdicts(), new ReportListener() {
                        @Override
                        public void claim(Claim claim,
                                          List<ClaimFinding> findings, boolean accepted) {
                            findings.forEach(finding -> edits.add(finding.edit()));
                        }
                    }));
        }

        @Override
        public void feed(byte[] bytes, int from, int length) {
            validator.feed(bytes, from, length);
        }

        @Override
        public void finish() {
            validator.finish();
            if (breaks) {
                throw new IllegalStateException("as a crash at the end of the file");
            }
        }
    }
}
