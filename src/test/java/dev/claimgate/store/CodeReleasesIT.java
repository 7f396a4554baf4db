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
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CodeReleasesIT {
    private static final Path PACK = Path.of("conf/code-tables");
    private static final int DAY = 20260105;

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
        releases = new CodeReleases(vertx.get(), pool, Clock.systemUTC());
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
        CodeTables stored = await(releases.load(await(releases.latestRelease()).orElseThrow()));
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
        assertThat(await(releases.latestRelease())).isEmpty();
    }

    @Test
    void shouldSayThatAReleaseIsNotThere() {
        assertThatThrownBy(() -> await(releases.load(4711))).isInstanceOf(DatabaseException.class)
                .hasMessageContaining("4711");
    }

    @Test
    void shouldSeedAndLoadTheShippedPackWithoutBlockingAnEventLoop() {
        await(releases.seed(PACK));
        CodeTables stored = await(releases.load(await(releases.latestRelease()).orElseThrow()));

        assertThat(stored.rows()).isEqualTo(CodeTableDirectory.load(PACK).rows());
        assertThat(stored.pair(pack("17004"), pack("17000"), DAY)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(stored.diagnosis(pack("C44311"), DAY)).isEqualTo(DiagnosisState.BILLABLE);
    }

    private int count(String table) {
        return await(pool.query("select count(*)::int from " + table).execute()).iterator().next().getInteger(0);
    }

    /** Blanks stand for the tabs. */
    private void write(String table, String... rows) throws IOException {
        Files.write(directory.resolve(table + ".tsv"), Stream.of(rows).map(row -> row.replace(' ', '\t')).toList());
    }
}
