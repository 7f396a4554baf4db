package dev.claimgate.store;

import static dev.claimgate.TestVertx.await;
import static dev.claimgate.x12.PackedText.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.TestVertx;
import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.codes.CodeTableException;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.DiagnosisState;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.cms.CodeFileSet;
import dev.claimgate.codes.cms.CodeFiles;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CodeReleasesIT {
    private static final Path PACK = Path.of("conf/code-tables");
    private static final int DAY = 20261105;
    private static final String MUE =
            "\"HCPCS/\nCPT Code\",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n";
    private static final String PAIRS = "Column 1\tColumn 2\t*\tEffective Date\tDeletion Date\tModifier\tRationale\n";

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();

    @TempDir
    Path directory;
    private Pool pool;
    private CodeReleases releases;

    @BeforeEach
    void open() throws IOException {
        pool = database.pool(vertx.get());
        releases = new CodeReleases(vertx.get(), pool, database.connectOptions(), 50, Clock.systemUTC());
        write("procedures", "code effective ended status global multiple bilateral assistant cosurgery team pctc",
                "11102   A 000 2 0 1 0 0 0", "99201  20201231 - XXX 9 9 9 9 9 9");
        write("units", "code effective ended units indicator", "11102   1 2");
        write("addons", "addon primary effective ended type", "11103 11102 20190101  1", "0054T *   2");
        write("pairs", "column1 column2 effective ended modifier", "11104 11102   0", "11102 17000   1");
        write("modifiers", "modifier effective ended bypass", "59   1", "22   0");
        write("places", "place effective ended facility", "11   0", "22   1");
        write("diagnoses", "code effective ended billable", "L570   1", "L57   0");
        Files.writeString(directory.resolve("pack.properties"),
                "name = small\nsource = made up\neffective = 20230101\nended = 20271231\n");
    }

    @AfterEach
    void close() throws SQLException {
        await(pool.close());
        database.clear();
    }

    @Test
    void shouldGiveBackFromTheDatabaseWhatTheFolderHolds() {
        assertThat(await(releases.seed(directory))).isTrue();
        CodeTables stored = await(releases.load(await(releases.latestActivation()).orElseThrow())).tables();
        CodeTables read = CodeTableDirectory.load(directory);

        assertThat(stored.rows()).isEqualTo(read.rows());
        assertThat(stored.procedure(pack("11102"), DAY)).isEqualTo(read.procedure(pack("11102"), DAY));
        assertThat(stored.procedureLastDay(pack("99201"))).isEqualTo(20201231);
        assertThat(stored.unitsLimit(pack("11102"), DAY)).isEqualTo(read.unitsLimit(pack("11102"), DAY));
        assertThat(stored.isPrimary(pack("11103"), pack("11102"), DAY)).isTrue();
        assertThat(stored.addOn(pack("0054T"), DAY)).isEqualTo(read.addOn(pack("0054T"), DAY));
        assertThat(stored.pair(pack("11104"), pack("11102"), DAY)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(stored.pair(pack("11102"), pack("17000"), DAY)).isEqualTo(PairRule.ALLOWED_WITH_MODIFIER);
        assertThat(stored.modifierLiftsPairs(pack("59"), DAY)).isTrue();
        assertThat(stored.modifierLiftsPairs(pack("22"), DAY)).isFalse();
        assertThat(stored.placeOfService(pack("22"), DAY)).isEqualTo(read.placeOfService(pack("22"), DAY));
        assertThat(stored.diagnosis(pack("L57"), DAY)).isEqualTo(DiagnosisState.HEADER);
    }

    @Test
    void shouldPublishTheSameFolderOnce() {
        assertThat(await(releases.seed(directory))).isTrue();
        assertThat(await(releases.seed(directory))).isFalse();
        assertThat(count("code_release")).isEqualTo(1);
    }

    @Test
    void shouldPublishOnceWhenTwoGatewaysStartTogether() {
        List<Boolean> published = await(Future.all(releases.seed(directory), releases.seed(directory))).list();

        assertThat(published).containsExactlyInAnyOrder(true, false);
        assertThat(count("code_release")).isEqualTo(1);
        assertThat(count("code_procedure")).isEqualTo(2);
    }

    @Test
    void shouldSwapTheTablesInUseWhenTheFolderChanged() throws IOException {
        CodeTablesHolder holder = new CodeTablesHolder(releases);
        assertThat(await(holder.refresh())).isFalse();
        assertThatThrownBy(holder::current).isInstanceOf(IllegalStateException.class);

        await(releases.seed(directory));
        assertThat(await(holder.refresh())).isTrue();
        assertThat(await(holder.refresh())).isFalse();
        CodeTables before = holder.current();

        write("diagnoses", "code effective ended billable", "L570   1", "L571   1");
        await(releases.seed(directory));
        assertThat(await(holder.refresh())).isTrue();
        assertThat(before.diagnosis(pack("L571"), DAY)).isEqualTo(DiagnosisState.UNKNOWN);
        assertThat(holder.current().diagnosis(pack("L571"), DAY)).isEqualTo(DiagnosisState.BILLABLE);
    }

    @Test
    void shouldPublishNothingOfAFaultyFolder() throws IOException {
        write("places", "place effective ended facility", "11   maybe");

        assertThatThrownBy(() -> await(releases.seed(directory))).isInstanceOf(CodeTableException.class)
                .hasMessageContaining("places.tsv: line 2, column facility is 'maybe', must be a number 0..1");
        assertThat(await(releases.latestActivation())).isEmpty();
    }

    @Test
    void shouldSayThatAReleaseIsNotThere() {
        assertThatThrownBy(() -> await(releases.load(4711))).isInstanceOf(DatabaseException.class)
                .hasMessageContaining("4711");
    }

    @Test
    void shouldSeedAndLoadTheShippedPackWithoutBlockingAnEventLoop() {
        await(releases.seed(PACK));
        CodeTables stored = await(releases.load(await(releases.latestActivation()).orElseThrow())).tables();

        assertThat(stored.rows()).isEqualTo(CodeTableDirectory.load(PACK).rows());
        assertThat(stored.pair(pack("17004"), pack("17000"), DAY)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(stored.diagnosis(pack("C44311"), DAY)).isEqualTo(DiagnosisState.BILLABLE);
    }

    @Test
    void shouldKeepAllOtherKindsWhenOneIsImported() throws IOException {
        await(releases.seed(directory));
        Path units = write("MUE_Eff_07-01-2026.csv", MUE + "11102,3,2 Date of Service Edit: Policy,x\n");

        CodePublisher.Result result = publisher().importFiles(sets(units), false, read -> { });

        assertThat(result.release()).isPresent();
        CodeTables tables = inUse().tables();
        assertThat(tables.unitsLimit(pack("11102"), 20260630).units()).isEqualTo(1);
        assertThat(tables.unitsLimit(pack("11102"), 20260701).units()).isEqualTo(3);
        assertThat(tables.pair(pack("11104"), pack("11102"), DAY)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(inUse().release().builtIn()).contains("NCCI pairs").doesNotContain("units limits");
        assertThat(count("code_pair")).as("rows shared, not copied").isEqualTo(2);
    }

    @Test
    void shouldChangeNothingForAFaultyFile() throws IOException {
        await(releases.seed(directory));
        Path good = write("MUE_Eff_07-01-2026.csv", MUE + "11102,3,2 Date of Service Edit: Policy,x\n");
        Path bad = write("evergreen.csv", "payer,code,effective,ended,covered,units\nevergreen,17110,,,perhaps,\n");

        assertThatThrownBy(() -> publisher().importFiles(sets(good, bad), false, read -> { }))
                .isInstanceOf(CodeTableException.class)
                .hasMessageContaining("evergreen.csv: line 2, column covered is 'perhaps', must be yes or no");
        assertThat(count("code_release")).isEqualTo(1);
        assertThat(count("code_units_limit")).isEqualTo(1);
        assertThat(count("code_part")).isEqualTo(8);
    }

    @Test
    void shouldChangeNothingInADryRun() throws IOException {
        await(releases.seed(directory));
        Path list = write("evergreen.csv", "payer,code,effective,ended,covered,units\nevergreen,17110,,,no,\n");

        CodePublisher.Result result = publisher().importFiles(sets(list), true, read -> { });

        assertThat(result.release()).isEmpty();
        assertThat(result.parts()).extracting(CodePublisher.Imported::rows).containsExactly(1);
        assertThat(count("code_release")).isEqualTo(1);
        assertThat(count("code_payer_rule")).isZero();
    }

    @Test
    void shouldKnowFilesThatAreInForceAlready() throws IOException {
        await(releases.seed(directory));
        Path list = write("evergreen.csv", "payer,code,effective,ended,covered,units\nevergreen,17110,,,no,7\n");
        publisher().importFiles(sets(list), false, read -> { });

        CodePublisher.Result again = publisher().importFiles(sets(list), false, read -> { });

        assertThat(again.unchanged()).isTrue();
        assertThat(count("code_release")).isEqualTo(2);
        assertThat(inUse().tables().lists().payerList("evergreen").rule(pack("17110"), DAY).unitsMax()).isEqualTo(7);
    }

    @Test
    void shouldBoundAScheduledCodeByTheDaysOnWhichHcpcsSaysItExists() throws IOException {
        write("procedures", "code effective ended status global multiple bilateral assistant cosurgery team pctc",
                "G0127   R 000 2 0 1 0 0 0", "11102   A 000 2 0 1 0 0 0");
        await(releases.seed(directory));
        Path hcpcs = write("HCPC2026.csv", "HCPC,SEQNUM,RECID,ADD DT,TERM DT\nG0127,0010,3,20000101,20251231\n"
                + "G9999,0010,3,20260101,\n   59,0010,7,20260101,\n");

        publisher().importFiles(sets(hcpcs), false, read -> { });

        CodeTables tables = inUse().tables();
        assertThat(tables.procedure(pack("G0127"), 20251231).indicators().status()).isEqualTo('R');
        assertThat(tables.procedureLastDay(pack("G0127"))).isEqualTo(20251231);
        assertThat(tables.procedure(pack("G9999"), DAY).indicators().status()).isEqualTo('-');
        assertThat(tables.procedure(pack("11102"), DAY).indicators().status()).isEqualTo('A');
        assertThat(tables.modifierExists(pack("59"), 20251231)).isFalse();
        assertThat(tables.modifierExists(pack("22"), 20251231)).isTrue();
    }

    @Test
    void shouldGoBackToAnEarlierReleaseAndTellWhatAnotherChanges() throws IOException {
        await(releases.seed(directory));
        Path pairs = write("pairs.txt", PAIRS + "11104\t11102\t\t20190101\t20260630\t0\tx\n11102\t17000\t\t20190101\t*\t0\tx\n"
                + "11102\t17110\t\t20260701\t*\t1\tx\n");
        publisher().importFiles(sets(pairs), false, read -> { });
        CodeArchive archive = new CodeArchive(database.connectOptions(), Clock.systemUTC());
        List<CodeArchive.Release> all = archive.releases();
        long imported = all.get(0).id();
        long pack = all.get(1).id();

        CodeDifference.Kind difference = archive.difference(pack, imported, Optional.empty(), 10).kinds().get(0);
        assertThat(difference.shown()).containsExactly("added 11102 17110",
                "changed 11102 17000: lifted_by_modifier t -> lifted_by_modifier f", "ended 11104 11102");

        assertThat(archive.rollBack(pack)).isTrue();
        assertThat(archive.rollBack(pack)).isFalse();
        assertThat(inUse().tables().pair(pack("11104"), pack("11102"), DAY)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(inUse().release().id()).isEqualTo(pack);
        assertThatThrownBy(() -> archive.rollBack(4711)).isInstanceOf(DatabaseException.class).hasMessageContaining("4711");
    }

    @Test
    void shouldPutAChangedPackInThePlaceOfItsOlderEditionOnly() throws IOException {
        await(releases.seed(directory));
        Path units = write("MUE_Eff_07-01-2026.csv", MUE + "11102,3,2 Date of Service Edit: Policy,x\n");
        publisher().importFiles(sets(units), false, read -> { });

        write("units", "code effective ended units indicator", "11102   2 2");
        assertThat(await(releases.seed(directory))).isTrue();

        assertThat(inUse().tables().unitsLimit(pack("11102"), 20260630).units()).isEqualTo(2);
        assertThat(inUse().tables().unitsLimit(pack("11102"), 20260701).units()).isEqualTo(3);
    }

    @Test
    void shouldHearOfAReleaseThroughABrokenConnection() throws Exception {
        await(releases.seed(directory));
        CodeTablesHolder holder = new CodeTablesHolder(releases);
        await(holder.refresh());
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        CodeReleaseNotices notices = CodeReleaseNotices.listen(vertx.get(), database.connectOptions(), () -> heard.add("told"));
        try {
            assertThat(heard.poll(30, TimeUnit.SECONDS)).as("connected").isNotNull();
            database.dropConnections();
            assertThat(heard.poll(30, TimeUnit.SECONDS)).as("connected again").isNotNull();
            Path list = write("evergreen.csv", "payer,code,effective,ended,covered,units\nevergreen,17110,,,no,7\n");
            publisher().importFiles(sets(list), false, read -> { });
            assertThat(heard.poll(30, TimeUnit.SECONDS)).as("told").isNotNull();
        } finally {
            await(notices.close());
        }
    }

    @Test
    void shouldLeaveOutPairsThatEndedLongAgo() throws IOException {
        write("pairs", "column1 column2 effective ended modifier", "11104 11102  20200101 0", "11102 17000   1");
        await(releases.seed(directory));
        Clock clock = Clock.fixed(Instant.parse("2026-11-05T00:00:00Z"), ZoneOffset.UTC);
        CodeReleases shortened = new CodeReleases(vertx.get(), pool, database.connectOptions(), 5, clock);

        CodeTables tables = await(shortened.load(await(shortened.latestActivation()).orElseThrow())).tables();
        assertThat(tables.pair(pack("11104"), pack("11102"), 20191231)).isEqualTo(PairRule.NONE);
        assertThat(inUse().tables().pair(pack("11104"), pack("11102"), 20191231)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(tables.pair(pack("11102"), pack("17000"), DAY)).isEqualTo(PairRule.ALLOWED_WITH_MODIFIER);
    }

    @Test
    void shouldKeepTheLastReleaseWhenANewOneCannotBeLoaded() throws Exception {
        await(releases.seed(directory));
        CodeTablesHolder holder = new CodeTablesHolder(releases);
        await(holder.refresh());
        CodeTables before = holder.current();
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute("update code_procedure set global_period = '???'");
            statement.execute("insert into code_activation (release_id, activated_at) select max(id), now() from code_release");
        }

        assertThatThrownBy(() -> await(holder.refresh())).isInstanceOf(DatabaseException.class);
        assertThat(holder.current()).isSameAs(before);
        assertThat(holder.failing()).isTrue();
    }

    private CodePublisher publisher() {
        return new CodePublisher(database.connectOptions(), Clock.systemUTC());
    }

    private static List<CodeFileSet> sets(Path... files) {
        return CodeFiles.sort(List.of(files), Optional.empty());
    }

    private CodeReleases.Loaded inUse() {
        return await(releases.load(await(releases.latestActivation()).orElseThrow()));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(Files.createDirectories(directory.resolve("published")).resolve(name), content);
    }

    private int count(String table) {
        return await(pool.query("select count(*)::int from " + table).execute()).iterator().next().getInteger(0);
    }

    /** Blanks stand for the tabs. */
    private void write(String table, String... rows) throws IOException {
        Files.write(directory.resolve(table + ".tsv"), Stream.of(rows).map(row -> row.replace(' ', '\t')).toList());
    }
}
