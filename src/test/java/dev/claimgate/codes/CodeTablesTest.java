package dev.claimgate.codes;

import static dev.claimgate.codes.CodeTableRows.ALWAYS;
import static dev.claimgate.codes.CodeTableRows.NEVER;
import static dev.claimgate.x12.PackedText.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodeTablesTest {
    private static final Indicators OFFICE_VISIT = new Indicators('A', GlobalPeriod.XXX, 0, 0, 0, 0, 0, 0);
    private static final Indicators MINOR_SURGERY = new Indicators('A', GlobalPeriod.DAYS_10, 2, 0, 1, 0, 0, 0);

    private final CodeTablesBuilder builder = CodeTables.builder();

    @Test
    void shouldKnowAProcedureFromItsFirstToItsLastDay() {
        builder.procedure(pack("99201"), 19920101, 20201231, OFFICE_VISIT);
        CodeTables tables = builder.build();

        assertThat(tables.procedure(pack("99201"), 19911231).state()).isEqualTo(CodeState.OUT_OF_FORCE);
        assertThat(tables.procedure(pack("99201"), 19920101).state()).isEqualTo(CodeState.IN_FORCE);
        assertThat(tables.procedure(pack("99201"), 20201231).state()).isEqualTo(CodeState.IN_FORCE);
        assertThat(tables.procedure(pack("99201"), 20210101).state()).isEqualTo(CodeState.OUT_OF_FORCE);
        assertThat(tables.procedure(pack("99200"), 20201231).state()).isEqualTo(CodeState.UNKNOWN);
        assertThat(tables.procedureLastDay(pack("99201"))).isEqualTo(20201231);
    }

    @Test
    void shouldAnswerWithTheIndicatorsOfTheDay() {
        builder.procedure(pack("11000"), ALWAYS, 20241231, OFFICE_VISIT);
        builder.procedure(pack("11000"), 20250101, NEVER, MINOR_SURGERY);
        CodeTables tables = builder.build();

        assertThat(tables.procedure(pack("11000"), 20241231).indicators()).isEqualTo(OFFICE_VISIT);
        assertThat(tables.procedure(pack("11000"), 20250101).indicators()).isEqualTo(MINOR_SURGERY);
        assertThat(tables.procedureLastDay(pack("11000"))).isEqualTo(NEVER);
    }

    @Test
    void shouldKeepTheTwoOrdersOfAPairApart() {
        builder.pair(pack("11104"), pack("11102"), ALWAYS, NEVER, PairRule.NOT_ALLOWED);
        CodeTables tables = builder.build();

        assertThat(tables.pair(pack("11104"), pack("11102"), 20260105)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(tables.pair(pack("11102"), pack("11104"), 20260105)).isEqualTo(PairRule.NONE);
    }

    @Test
    void shouldKeepTheLivePairBesideItsDeletedPredecessor() {
        builder.pair(pack("17000"), pack("11900"), 19960101, 20191231, PairRule.NOT_ALLOWED);
        builder.pair(pack("17000"), pack("11900"), 20200101, NEVER, PairRule.ALLOWED_WITH_MODIFIER);
        CodeTables tables = builder.build();

        assertThat(tables.pair(pack("17000"), pack("11900"), 20191231)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(tables.pair(pack("17000"), pack("11900"), 20260105)).isEqualTo(PairRule.ALLOWED_WITH_MODIFIER);
    }

    @Test
    void shouldTellUnitsLimitsAndTheirScope() {
        builder.unitsLimit(pack("17003"), ALWAYS, NEVER, new UnitsLimit(13, UnitsScope.DAY_BY_POLICY));
        CodeTables tables = builder.build();

        assertThat(tables.unitsLimit(pack("17003"), 20260105)).isEqualTo(new UnitsLimit(13, UnitsScope.DAY_BY_POLICY));
        assertThat(tables.unitsLimit(pack("17000"), 20260105).limited()).isFalse();
    }

    @Test
    void shouldTellTheRelativeValueOfTheDayAndTheSetting() {
        builder.relativeValue(pack("11102"), 20260101, NEVER, new RelativeValue(300, 115));
        builder.relativeValue(pack("11102"), 20250101, 20251231, new RelativeValue(296, 112));
        builder.relativeValue(pack("17000"), ALWAYS, NEVER, new RelativeValue(205, 166));
        CodeTables tables = builder.build();
        ProcedureCode biopsy = tables.procedure(pack("11102"));

        assertThat(tables.relativeValue(biopsy, 20251231, PlaceOfService.NON_FACILITY)).isEqualTo(296);
        assertThat(tables.relativeValue(biopsy, 20260101, PlaceOfService.FACILITY)).isEqualTo(115);
        assertThat(tables.relativeValue(biopsy, 20241231, PlaceOfService.FACILITY)).isZero();
        assertThat(tables.relativeValue(tables.procedure(pack("17000")), 20260101, PlaceOfService.FACILITY)).isEqualTo(166);
        assertThat(tables.relativeValue(ProcedureCode.UNKNOWN, 20260101, PlaceOfService.FACILITY)).isZero();
        assertThat(tables.citations().relativeValue(biopsy, 20260101, PlaceOfService.FACILITY))
                .isEqualTo("fee schedule: 11102 facility total 1.15");
    }

    @Test
    void shouldJudgeAnAddOnOnlyWhileItsListHolds() {
        builder.addOn(pack("11103"), pack("11102"), 20190101, NEVER, AddOnType.CLOSED_LIST);
        builder.addOn(pack("11103"), pack("11104"), 20200101, NEVER, AddOnType.CLOSED_LIST);
        builder.addOn(pack("0054T"), 0, 20130401, NEVER, AddOnType.NO_LIST);
        CodeTables tables = builder.build();

        assertThat(tables.addOn(pack("11103"), 20181231)).isEqualTo(AddOnType.NOT_AN_ADD_ON);
        assertThat(tables.addOn(pack("11103"), 20190101)).isEqualTo(AddOnType.CLOSED_LIST);
        assertThat(tables.isPrimary(pack("11103"), pack("11104"), 20191231)).isFalse();
        assertThat(tables.isPrimary(pack("11103"), pack("11104"), 20200101)).isTrue();
        assertThat(tables.addOn(pack("0054T"), 20260105)).isEqualTo(AddOnType.NO_LIST);
    }

    @Test
    void shouldTellBillableDiagnosesFromHeaders() {
        builder.diagnosis(pack("L57"), ALWAYS, NEVER, false);
        builder.diagnosis(pack("L570"), 20151001, NEVER, true);
        CodeTables tables = builder.build();

        assertThat(tables.diagnosis(pack("L57"), 20260105)).isEqualTo(DiagnosisState.HEADER);
        assertThat(tables.diagnosis(pack("L570"), 20260105)).isEqualTo(DiagnosisState.BILLABLE);
        assertThat(tables.diagnosis(pack("L570"), 20150930)).isEqualTo(DiagnosisState.OUT_OF_FORCE);
        assertThat(tables.diagnosis(pack("L5"), 20260105)).isEqualTo(DiagnosisState.UNKNOWN);
    }

    @Test
    void shouldKnowModifiersAndPlaces() {
        builder.modifier(pack("59"), ALWAYS, NEVER, true);
        builder.modifier(pack("22"), ALWAYS, NEVER, false);
        builder.place(pack("27"), 20231001, NEVER, false);
        builder.place(pack("22"), ALWAYS, NEVER, true);
        CodeTables tables = builder.build();

        assertThat(tables.modifierLiftsPairs(pack("59"), 20260105)).isTrue();
        assertThat(tables.modifierLiftsPairs(pack("22"), 20260105)).isFalse();
        assertThat(tables.modifierExists(pack("22"), 20260105)).isTrue();
        assertThat(tables.modifierExists(pack("ZQ"), 20260105)).isFalse();
        assertThat(tables.placeOfService(pack("27"), 20230930)).isEqualTo(PlaceOfService.UNKNOWN);
        assertThat(tables.placeOfService(pack("27"), 20231001)).isEqualTo(PlaceOfService.NON_FACILITY);
        assertThat(tables.placeOfService(pack("22"), 20231001)).isEqualTo(PlaceOfService.FACILITY);
    }

    @Test
    void shouldRefuseOverlappingPeriodsOfOneCode() {
        builder.procedure(pack("11000"), ALWAYS, 20241231, OFFICE_VISIT);

        assertThatThrownBy(() -> builder.procedure(pack("11000"), 20241231, NEVER, MINOR_SURGERY))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("overlaps");
    }

    @Test
    void shouldNotTakeTextThatIsTooLongForACode() {
        CodeTables tables = builder.build();
        long tooLong = pack("ABCDEFGHIJ".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, 10);

        assertThat(tables.procedure(tooLong, 20260105).state()).isEqualTo(CodeState.UNKNOWN);
        assertThat(tables.pair(tooLong, tooLong, 20260105)).isEqualTo(PairRule.NONE);
    }
}
