package dev.claimgate.codes;

import static dev.claimgate.x12.PackedText.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeTableDirectoryTest {
    private static final Map<String, String> TABLES = Map.of(
            "procedures", """
                    code\teffective\tended\tstatus\tglobal\tmultiple\tbilateral\tassistant\tcosurgery\tteam\tpctc
                    # a comment
                    11102\t20190101\t\tA\t000\t2\t0\t1\t0\t0\t0
                    """,
            "relative-values", "code\teffective\tended\tnonfacility\tfacility\n11102\t\t\t296\t112\n",
            "units", "code\teffective\tended\tunits\tindicator\n11102\t\t\t1\t2\n",
            "addons", "addon\tprimary\teffective\tended\ttype\n11103\t11102\t\t\t1\n0054T\t*\t\t\t2\n",
            "pairs", "column1\tcolumn2\teffective\tended\tmodifier\r\n11104\t11102\t\t\t0\r\n",
            "modifiers", "modifier\teffective\tended\tbypass\n59\t\t\t1\n",
            "places", "place\teffective\tended\tfacility\n11\t\t\t0",
            "diagnoses", "code\teffective\tended\tbillable\nL570\t\t\t1\n");

    @TempDir
    Path directory;

    @BeforeEach
    void writeTables() throws IOException {
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            write(table.getKey(), table.getValue());
        }
    }

    @Test
    void shouldLoadEveryTable() {
        CodeTables tables = CodeTableDirectory.load(directory);

        assertThat(tables.procedure(pack("11102"), 20260105).indicators())
                .isEqualTo(new Indicators('A', GlobalPeriod.DAYS_0, 2, 0, 1, 0, 0, 0));
        assertThat(tables.unitsLimit(pack("11102"), 20260105)).isEqualTo(new UnitsLimit(1, UnitsScope.DAY_BY_POLICY));
        assertThat(tables.relativeValue(tables.procedure(pack("11102")), 20260105, PlaceOfService.NON_FACILITY)).isEqualTo(296);
        assertThat(tables.isPrimary(pack("11103"), pack("11102"), 20260105)).isTrue();
        assertThat(tables.addOn(pack("0054T"), 20260105)).isEqualTo(AddOnType.NO_LIST);
        assertThat(tables.pair(pack("11104"), pack("11102"), 20260105)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(tables.modifierLiftsPairs(pack("59"), 20260105)).isTrue();
        assertThat(tables.placeOfService(pack("11"), 20260105)).isEqualTo(PlaceOfService.NON_FACILITY);
        assertThat(tables.diagnosis(pack("L570"), 20260105)).isEqualTo(DiagnosisState.BILLABLE);
    }

    @Test
    void shouldReadAPackedTableLikeAPlainOne() throws IOException {
        Files.delete(directory.resolve("pairs.tsv"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve("pairs.tsv.gz")))) {
            out.write(TABLES.get("pairs").getBytes());
        }

        assertThat(CodeTableDirectory.load(directory).pair(pack("11104"), pack("11102"), 20260105))
                .isEqualTo(PairRule.NOT_ALLOWED);
    }

    @Test
    void shouldReportEveryFaultWithFileLineAndColumn() throws IOException {
        write("units", "code\teffective\tended\tunits\tindicator\n11102\t20261301\t\t1\t2\n11104\t\t\tmany\t4\n11106\t\t1\n");
        write("places", "place\tfacility\n11\t0\n");
        Files.delete(directory.resolve("diagnoses.tsv"));

        assertThat(faults()).contains(
                "units.tsv: line 2, column effective is '20261301', must be a day yyyymmdd, or empty",
                "units.tsv: line 3, column units is 'many', must be a number 0..999999",
                "units.tsv: line 3, column indicator is '4', must be a number 1..3",
                "units.tsv: line 4: has 3 cells, must have 5",
                "places.tsv: line 1: must name the columns place effective ended facility, with tabs between them",
                "diagnoses.tsv: not found, must be there as .tsv or .tsv.gz");
    }

    @Test
    void shouldReportRowsThatContradictEachOther() throws IOException {
        write("modifiers", "modifier\teffective\tended\tbypass\n59\t\t\t1\n59\t20260101\t\t0\n25\t20260101\t20251231\t1\n");

        assertThat(faults()).contains(
                "modifiers.tsv: line 3: the period overlaps an earlier row of the same key",
                "modifiers.tsv: line 4: the period ends 20251231, before it starts 20260101");
    }

    @Test
    void shouldReportACodeThatIsNone() throws IOException {
        write("diagnoses", "code\teffective\tended\tbillable\nL57.0\t\t\t1\n\t\t\t1\n");

        assertThat(faults()).contains(
                "diagnoses.tsv: line 2, column code is 'L57.0', must be 1 to 7 digits and capital letters",
                "diagnoses.tsv: line 3, column code is '', must be 1 to 7 digits and capital letters");
    }

    @Test
    void shouldChangeTheDigestWithAnyTable() throws IOException {
        Files.writeString(directory.resolve("pack.properties"),
                "name = small\nsource = made up\neffective = 20230101\nended = 20271231\n");
        CodePack before = CodeTableDirectory.pack(directory);
        write("diagnoses", TABLES.get("diagnoses") + "L571\t\t\t1\n");

        assertThat(before.name()).isEqualTo("small");
        assertThat(before.effective()).isEqualTo(20230101);
        assertThat(CodeTableDirectory.pack(directory).digest()).isNotEqualTo(before.digest()).hasSize(64);
    }

    @Test
    void shouldSayWhatThePackFileLacks() throws IOException {
        Files.writeString(directory.resolve("pack.properties"), "name = small\neffective = soon\nended = 20271231\n");

        CodeTableException thrown = catchThrowableOfType(CodeTableException.class,
                () -> CodeTableDirectory.pack(directory));

        assertThat(thrown.faults()).hasSize(2);
        assertThat(thrown).hasMessageContaining("source is empty").hasMessageContaining("effective is 'soon'");
    }

    private String faults() {
        CodeTableException thrown = catchThrowableOfType(CodeTableException.class,
                () -> CodeTableDirectory.load(directory));
        return thrown.getMessage();
    }

    private void write(String table, String text) throws IOException {
        Files.writeString(directory.resolve(table + ".tsv"), text);
    }
}
