package dev.claimgate.codes.cms;

import static dev.claimgate.codes.cms.ReadTables.cells;
import static dev.claimgate.codes.cms.ReadTables.excerpt;
import static dev.claimgate.codes.cms.ReadTables.read;
import static dev.claimgate.codes.cms.ReadTables.sets;
import static dev.claimgate.x12.PackedText.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.codes.AddOnType;
import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeState;
import dev.claimgate.codes.CodeTableException;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.DiagnosisState;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.PayerList;
import dev.claimgate.codes.PayerRule;
import dev.claimgate.codes.PlaceOfService;
import dev.claimgate.codes.UnitsLimit;
import dev.claimgate.codes.UnitsScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialLayoutsTest {
    private static final int DAY = 20261105;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"ccipra-excerpt.txt, PAIRS, 0", "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv, UNITS, 20260701",
        "AOC_V2026Q3-F-MCR.txt, ADD_ONS, 0", "PPRRVU2025_Oct.csv, FEE_SCHEDULE, 20251001",
        "PPRRVU2026_Jul_nonQPP.csv, FEE_SCHEDULE, 20260701", "PPRRVU2025_Oct.txt, FEE_SCHEDULE, 20251001",
        "HCPC2026_OCT_ANWEB.csv, HCPCS, 0", "HCPC2026_OCT_ANWEB.txt, HCPCS, 0", "icd10cm_order_2026.txt, DIAGNOSES, 20251001",
        "icd10cm_codes_2026.txt, DIAGNOSES, 20251001", "place-of-service.csv, PLACES, 0",
        "nucc_taxonomy_261.csv, TAXONOMIES, 0", "evergreen.csv, PAYER_LIST, 0"})
    void shouldKnowAFileByItsHeadingAndFromWhenItHolds(String name, CodeKind kind, int effective) {
        CodeFileSet set = sets(excerpt(name)).get(0);
        assertThat(set.kind()).isEqualTo(kind);
        assertThat(set.effective()).isEqualTo(effective);
    }

    @Test
    void shouldReadPairsWithTheirDates() {
        CodeTables tables = read(excerpt("ccipra-excerpt.txt"));
        assertThat(tables.pair(pack("11102"), pack("17000"), DAY)).isEqualTo(PairRule.ALLOWED_WITH_MODIFIER);
        assertThat(tables.pair(pack("11104"), pack("11102"), DAY)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(tables.pair(pack("11104"), pack("11102"), 20181231)).isEqualTo(PairRule.NONE);
        assertThat(tables.pair(pack("11100"), pack("17000"), 20181231)).isEqualTo(PairRule.ALLOWED_WITH_MODIFIER);
        assertThat(tables.pair(pack("11100"), pack("17000"), DAY)).isEqualTo(PairRule.NONE);
    }

    @Test
    void shouldPassOverThePairThatWasDeletedFromItsStartAndKeepTheLiveOneBesideIt() {
        CodeTables tables = read(excerpt("ccipra-excerpt.txt"));
        assertThat(tables.pair(pack("13121"), pack("13120"), DAY)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(tables.rows()).isEqualTo(4);
    }

    @Test
    void shouldReadPairsFromAWorkbookToo() throws IOException {
        Path workbook = ReadTables.workbook(folder.resolve("ccipra.xlsx"), cells("CPT only copyright", "Column1/Column2 Edits",
                "Column 1|Column 2|*=in existence prior to 1996|Effective Date|Deletion Date *=no data|Modifier|Rationale",
                "11102|17000||20190101|*|1|Reason", "0001U|0029U||20180701|20260630|1|Reason"));
        CodeTables tables = read(workbook);
        assertThat(tables.pair(pack("11102"), pack("17000"), DAY)).isEqualTo(PairRule.ALLOWED_WITH_MODIFIER);
        assertThat(tables.pair(pack("0001U"), pack("0029U"), 20260630)).isEqualTo(PairRule.ALLOWED_WITH_MODIFIER);
        assertThat(tables.pair(pack("0001U"), pack("0029U"), 20260701)).isEqualTo(PairRule.NONE);
    }

    @Test
    void shouldReadUnitsLimitsByTheirIndicator() {
        CodeTables tables = read(excerpt("MCR_MUE_PractitionerServices_Eff_07-01-2026.csv"));
        assertThat(tables.unitsLimit(pack("11102"), DAY)).isEqualTo(new UnitsLimit(1, UnitsScope.DAY_BY_POLICY));
        assertThat(tables.unitsLimit(pack("11103"), DAY)).isEqualTo(new UnitsLimit(6, UnitsScope.DAY_BY_CLINICAL_DATA));
        assertThat(tables.unitsLimit(pack("J3301"), DAY)).isEqualTo(new UnitsLimit(16, UnitsScope.LINE));
    }

    @Test
    void shouldReadAddOnsWithJulianDays() throws IOException {
        Path workbook = ReadTables.workbook(folder.resolve("aoc.xlsx"), cells(
                "add_on_code|aoc_edit_type|primary_code|add_on_del_dt_julian|primary_del_dt_julian|aoc_edit_eff_dt_julian|"
                + "aoc_edit_del_dt_julian|special_instruction_notes", "11103|1|11102|||2019001||", "0054T|2|CCCCC|||2013091||x",
                "99292|3|99291|||2013091|2020366|"));
        for (Path file : List.of(excerpt("AOC_V2026Q3-F-MCR.txt"), workbook)) {
            CodeTables tables = read(file);
            assertThat(tables.addOn(pack("11103"), 20190101)).isEqualTo(AddOnType.CLOSED_LIST);
            assertThat(tables.addOn(pack("11103"), 20181231)).isEqualTo(AddOnType.NOT_AN_ADD_ON);
            assertThat(tables.isPrimary(pack("11103"), pack("11102"), DAY)).isTrue();
            assertThat(tables.addOn(pack("0054T"), DAY)).isEqualTo(AddOnType.NO_LIST);
            assertThat(tables.addOn(pack("99292"), 20201231)).isEqualTo(AddOnType.OPEN_LIST);
            assertThat(tables.addOn(pack("99292"), 20210101)).isEqualTo(AddOnType.NOT_AN_ADD_ON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PPRRVU2025_Oct.csv", "PPRRVU2026_Jul_nonQPP.csv", "PPRRVU2025_Oct.txt"})
    void shouldFindTheIndicatorsOfTheFeeScheduleWhereverTheirColumnsAre(String name) {
        CodeTables tables = read(excerpt(name));
        assertThat(tables.procedure(pack("17000"), DAY).indicators().global()).isEqualTo(GlobalPeriod.DAYS_10);
        assertThat(tables.procedure(pack("11102"), DAY).indicators().multiple()).isEqualTo(2);
        assertThat(tables.procedure(pack("11102"), DAY).indicators().bilateral()).isZero();
        assertThat(tables.procedure(pack("11102"), DAY).indicators().assistant()).isEqualTo(1);
        assertThat(tables.relativeValue(tables.procedure(pack("11102")), DAY, PlaceOfService.NON_FACILITY)).isPositive();
    }

    @Test
    void shouldTakeTheRowWithoutModifierForThoseOfItsParts() {
        CodeTables tables = read(excerpt("PPRRVU2026_Jul_nonQPP.csv"));
        assertThat(tables.procedure(pack("88305"), DAY).indicators().pctc()).isEqualTo(1);
        assertThat(tables.relativeValue(tables.procedure(pack("88305")), DAY, PlaceOfService.FACILITY)).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HCPC2026_OCT_ANWEB.csv", "HCPC2026_OCT_ANWEB.txt"})
    void shouldReadHcpcsCodesAndModifiersOnce(String name) {
        CodeTables tables = read(excerpt(name));
        assertThat(tables.procedure(pack("G0127"), DAY).state()).isEqualTo(CodeState.IN_FORCE);
        assertThat(tables.modifierLiftsPairs(pack("XS"), DAY)).isTrue();
        assertThat(tables.modifierExists(pack("XS"), 20141231)).isFalse();
    }

    @Test
    void shouldEndTerminatedHcpcsCodes() {
        CodeTables tables = read(excerpt("HCPC2026_OCT_ANWEB.csv"));
        assertThat(tables.procedure(pack("J9999"), 20251231).state()).isEqualTo(CodeState.IN_FORCE);
        assertThat(tables.procedure(pack("J9999"), 20260101).state()).isEqualTo(CodeState.OUT_OF_FORCE);
    }

    @Test
    void shouldTellBillableDiagnosesFromHeaders() {
        CodeTables order = read(excerpt("icd10cm_order_2026.txt"));
        assertThat(order.diagnosis(pack("L570"), DAY)).isEqualTo(DiagnosisState.BILLABLE);
        assertThat(order.diagnosis(pack("L57"), DAY)).isEqualTo(DiagnosisState.HEADER);
        CodeTables codes = read(excerpt("icd10cm_codes_2026.txt"));
        assertThat(codes.diagnosis(pack("C44311"), DAY)).isEqualTo(DiagnosisState.BILLABLE);
        assertThat(codes.diagnosis(pack("C443"), DAY)).isEqualTo(DiagnosisState.HEADER);
        assertThat(codes.diagnosis(pack("00001"), DAY)).isEqualTo(DiagnosisState.UNKNOWN);
    }

    @Test
    void shouldKnowFacilitiesByTheirCodeWhereTheListDoesNotTell() {
        CodeTables tables = read(excerpt("place-of-service.csv"));
        assertThat(tables.placeOfService(pack("11"), DAY)).isEqualTo(PlaceOfService.NON_FACILITY);
        assertThat(tables.placeOfService(pack("22"), DAY)).isEqualTo(PlaceOfService.FACILITY);
        assertThat(tables.rows()).isEqualTo(2);
    }

    @Test
    void shouldReadTaxonomyAndPayersOwnLists() {
        CodeTables tables = read(excerpt("nucc_taxonomy_261.csv"), excerpt("evergreen.csv"));
        assertThat(tables.lists().taxonomyExists("207N00000X", DAY)).isTrue();
        assertThat(tables.lists().taxonomyExists("207N00000Y", DAY)).isFalse();
        PayerList evergreen = tables.lists().payerList("evergreen");
        assertThat(evergreen.rule(pack("17110"), DAY)).isEqualTo(new PayerRule(false, PayerRule.NO_LIMIT));
        assertThat(evergreen.rule(pack("17110"), 20251231)).isEqualTo(PayerRule.UNLISTED);
        assertThat(evergreen.rule(pack("17003"), DAY)).isEqualTo(new PayerRule(true, 13));
        assertThat(tables.lists().payerList("lakeshore").isEmpty()).isTrue();
    }

    @Test
    void shouldAskForTheDayThatNothingTells() throws IOException {
        Path named = Files.copy(excerpt("icd10cm_order_2026.txt"), folder.resolve("order.txt"));
        assertThatThrownBy(() -> sets(named)).isInstanceOf(CodeTableException.class).hasMessageContaining("--effective");
        assertThat(CodeFiles.sort(List.of(named), Optional.of(20260401)).get(0).effective()).isEqualTo(20260401);
    }

    @Test
    void shouldAskForTheOtherPartsOfAReleaseThatCmsCutInFour() throws IOException {
        Path first = Files.copy(excerpt("ccipra-excerpt.txt"), folder.resolve("ccipra-v322r0-f1.txt"));
        Path third = Files.copy(excerpt("ccipra-excerpt.txt"), folder.resolve("ccipra-v322r0-f3.txt"));
        assertThatThrownBy(() -> sets(first, third)).isInstanceOf(CodeTableException.class)
                .hasMessageContaining("ccipra-v322r0-f2: is not among the files").hasMessageContaining("-f4");
    }
}
