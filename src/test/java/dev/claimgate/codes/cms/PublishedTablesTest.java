package dev.claimgate.codes.cms;

import static dev.claimgate.x12.PackedText.pack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.DiagnosisState;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.PlaceOfService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real files, where they lie beside this project. */
@EnabledIf("present")
class PublishedTablesTest {
    private static final Path FOLDER = Path.of("../shared/tables");
    private static final int DAY = 20261105;

    @TempDir
    Path folder;

    static boolean present() {
        return Files.isDirectory(FOLDER);
    }

    @ParameterizedTest
    @CsvSource({"MCR_MUE_PractitionerServices_Eff_04-01-2026.csv, 15095", "AOC_V2026Q3-F-MCR.RECONSTRUCTED.txt, 7743",
        "ccipra-mini.official-layout.txt, 1146", "pos_codes_2024.tsv, 52", "layouts/HCPC2026_OCT_ANWEB.header.csv, 5"})
    void shouldReadEachRowOfARealFile(String name, int rows) {
        CodeFileSet set = ReadTables.sets(FOLDER.resolve(name)).get(0);
        assertThat(rows(set)).isEqualTo(rows);
    }

    @Test
    void shouldReadTheSameFeeScheduleFromTableAndFixedLines() {
        CodeTables table = ReadTables.read(FOLDER.resolve("PPRRVU2025_Oct.derm.redacted.csv"));
        CodeTables lines = ReadTables.read(FOLDER.resolve("PPRRVU2025_Oct.derm.redacted.txt"));
        assertThat(lines.rows()).isEqualTo(table.rows()).isGreaterThan(500);
        for (int number = 10_000; number < 18_000; number++) {
            long code = pack(Integer.toString(number));
            assertThat(lines.procedure(code, DAY)).isEqualTo(table.procedure(code, DAY));
            for (PlaceOfService place : PlaceOfService.values()) {
                assertThat(lines.relativeValue(lines.procedure(code), DAY, place))
                        .isEqualTo(table.relativeValue(table.procedure(code), DAY, place));
            }
        }
    }

    @Test
    void shouldReadPackedPairs() {
        CodeTables tables = ReadTables.read(FOLDER.resolve("ccipra-dermatology.official-layout.txt.gz"));
        assertThat(tables.pair(pack("17004"), pack("17000"), DAY)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(tables.pair(pack("10040"), pack("11000"), DAY)).isEqualTo(PairRule.ALLOWED_WITH_MODIFIER);
    }

    @Test
    void shouldReadTheDiagnosesOfAYear() throws IOException {
        Path named = Files.copy(FOLDER.resolve("icd10cm_codes_2026.codes-only.txt"), folder.resolve("icd10cm_codes_2026.txt"));
        CodeTables tables = ReadTables.read(named);
        assertThat(tables.diagnosis(pack("C44311"), DAY)).isEqualTo(DiagnosisState.BILLABLE);
        assertThat(tables.diagnosis(pack("C44"), DAY)).isEqualTo(DiagnosisState.HEADER);
    }

    private static int rows(CodeFileSet set) {
        dev.claimgate.codes.TableFaults faults = new dev.claimgate.codes.TableFaults();
        int rows = set.check(faults, read -> { }).rows();
        faults.throwIfAny();
        return rows;
    }
}
