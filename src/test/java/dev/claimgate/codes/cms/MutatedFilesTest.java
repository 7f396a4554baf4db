package dev.claimgate.codes.cms;

import static dev.claimgate.codes.cms.ReadTables.excerpt;
import static dev.claimgate.codes.cms.ReadTables.read;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.codes.CodeTableException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged files are refused with file, line and column named. */
class MutatedFilesTest {
    private static final Charset PLAIN = StandardCharsets.ISO_8859_1;
    private static final String PAIRS = "ccipra-excerpt.txt";
    private static final String UNITS = "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ccipra-excerpt.txt | Modifier | Note | line 3: names no column Modifier, must have it as NCCI PTP practitioner
            MCR_MUE_PractitionerServices_Eff_07-01-2026.csv | Practitioner Services MUE | Outpatient MUE \
            | line 5: names no column Practitioner Services MUE Values
            PPRRVU2025_Oct.csv | STATUS | STATE | line 10: names no column STATUS CODE
            HCPC2026_OCT_ANWEB.csv | TERM DT | TERM | line 1: names no column TERM DT
            evergreen.csv | units | most | line 1: names no column units
            """)
    void shouldRefuseAFileWithoutAColumn(String name, String heading, String other, String told) throws IOException {
        refused(mutated(name, heading, other), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            11104~11102~~20190101 | 11104~11102~~20191301 | line 8, column Effective Date is '20191301', must be a day yyyymmdd
            11104~11102~~20190101~*~0 | 11104~11102~~20190101~*~7 | line 8, column Modifier is '7', must be 0 (not allowed), 1
            11104~11102 | 1110~11102 | line 8, column Column 1 is '1110', must be 5 digits and capital letters
            20181231 | 19951231 | line 9: the period ends 1995-12-31, must not end before it starts 1996-01-01
            11104~11102~~20190101~*~0 | 11102~17000~~20190101~*~0 | line 8: repeats or overlaps ccipra-excerpt.txt line 7
            11104~11102~~20190101~*~0 | 11102~17000~~19960101~20190101~0 | line 8: repeats or overlaps ccipra-excerpt.txt line 7
            11104~11102~~20190101~*~0~Reason | 11104~11102~~20190101 | line 8: has 4 cells, must have 7 like the heading
            """)
    void shouldNameLineAndColumnOfABadPair(String right, String wrong, String told) throws IOException {
        refused(mutated(PAIRS, right.replace('~', '\t'), wrong.replace('~', '\t')), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            11103,6 | 11103,many | line 8, column Practitioner Services MUE Values is 'many', must be a number 0..999999
            2 Date of Service Edit: Policy | 4 Other | line 7, column MUE Adjudication Indicator is '4 Other', must be '1 Line
            J3301,16 | 11102,16 | line 9: repeats or overlaps MCR_MUE_PractitionerServices_Eff_07-01-2026.csv line 7
            """)
    void shouldCountLinesThroughCellsOfSeveralLines(String right, String wrong, String told) throws IOException {
        refused(mutated(UNITS, right, wrong), told);
    }

    @ParameterizedTest
    @CsvSource({"ccipra-excerpt.txt, 20, 11", "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv, 4, 9",
        "icd10cm_order_2026.txt, 3, 3", "AOC_V2026Q3-F-MCR.txt, 50, 3", "PPRRVU2025_Oct.txt, 60, 9"})
    void shouldRefuseAFileThatIsCutOff(String name, int missing, int line) throws IOException {
        byte[] whole = Files.readAllBytes(excerpt(name));
        Path cut = folder.resolve(name);
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length - missing));
        refused(cut, "line " + line + ": the file ends within this line");
    }

    @Test
    void shouldRefuseAnotherEncoding() throws IOException {
        Path utf16 = folder.resolve(PAIRS);
        Files.writeString(utf16, Files.readString(excerpt(PAIRS), PLAIN), StandardCharsets.UTF_16LE);
        refused(utf16, "line 1: holds a zero byte (UTF-16 text or no text at all)");
    }

    @Test
    void shouldRefuseACutWorkbook() throws IOException {
        Path workbook = ReadTables.workbook(folder.resolve("a.xlsx"), ReadTables.cells("Column 1|Column 2", "11102|17000"));
        byte[] whole = Files.readAllBytes(workbook);
        Files.write(workbook, java.util.Arrays.copyOf(whole, whole.length / 2));
        refused(workbook, "a.xlsx");
    }

    @Test
    void shouldSayWhatCanBeTakenWhenAFileIsNothingOfThat() throws IOException {
        refused(Files.writeString(folder.resolve("a.txt"), "colour,shape\nred,round\n"),
                "must be one of: NCCI PTP practitioner");
        refused(folder.resolve("missing.txt"), "missing.txt: not found");
    }

    @Test
    void shouldRefuseAHeadingWithoutRows() throws IOException {
        refused(Files.writeString(folder.resolve("a.csv"), "payer,code,effective,ended,covered,units\n"), "holds no row");
    }

    @Test
    void shouldRefuseAnAddOnOfTwoTypes() throws IOException {
        refused(mutated("AOC_V2026Q3-F-MCR.txt", "20054T       CCCCC", "211103       CCCCC"),
                "line 2: gives the add-on type 2, must be 1");
    }

    @Test
    void shouldRefuseTwoPayersInOneList() throws IOException {
        refused(mutated("evergreen.csv", "evergreen,17003", "lakeshore,17003"),
                "line 3, column payer is 'lakeshore', must be 'evergreen'");
    }

    private Path mutated(String name, String right, String wrong) throws IOException {
        String whole = Files.readString(excerpt(name), PLAIN);
        int at = whole.indexOf(right.strip());
        if (at < 0) {
            throw new IllegalArgumentException(name + " does not hold " + right);
        }
        return Files.writeString(folder.resolve(name), whole.substring(0, at) + wrong.strip()
                + whole.substring(at + right.strip().length()), PLAIN);
    }

    private static void refused(Path file, String told) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(CodeTableException.class)
                .hasMessageContaining(file.getFileName().toString()).hasMessageContaining(told.strip());
    }
}
