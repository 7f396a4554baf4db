package dev.claimgate.codes;

import static dev.claimgate.x12.PackedText.pack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pack that is shipped answers as its README says. */
class DermatologyPackTest {
    private static final CodeTables TABLES = CodeTableDirectory.load(Path.of("conf/code-tables"));

    @Test
    void shouldKnowWhenDeletedCodesEnded() {
        assertThat(TABLES.procedureLastDay(pack("11100"))).isEqualTo(20181231);
        assertThat(TABLES.procedureLastDay(pack("11101"))).isEqualTo(20181231);
        assertThat(TABLES.procedureLastDay(pack("99201"))).isEqualTo(20201231);
        assertThat(TABLES.procedure(pack("99201"), 20260105).state()).isEqualTo(CodeState.OUT_OF_FORCE);
    }

    @Test
    void shouldJudgeTheServiceDatesItWasMadeFor() {
        for (int day : new int[] {20230101, 20240229, 20260105, 20271231}) {
            assertThat(TABLES.procedure(pack("11102"), day).inForce()).isTrue();
            assertThat(TABLES.pair(pack("17004"), pack("17000"), day)).isEqualTo(PairRule.NOT_ALLOWED);
            assertThat(TABLES.pair(pack("11102"), pack("17000"), day)).isEqualTo(PairRule.ALLOWED_WITH_MODIFIER);
            assertThat(TABLES.unitsLimit(pack("17003"), day).units()).isEqualTo(13);
            assertThat(TABLES.isPrimary(pack("17003"), pack("17000"), day)).isTrue();
            assertThat(TABLES.diagnosis(pack("L570"), day)).isEqualTo(DiagnosisState.BILLABLE);
            assertThat(TABLES.diagnosis(pack("C44"), day)).isEqualTo(DiagnosisState.HEADER);
        }
    }

    @Test
    void shouldHoldAllTablesUnderOneName() {
        assertThat(TABLES.rows()).isGreaterThan(200_000);
        assertThat(CodeTableDirectory.pack(Path.of("conf/code-tables")).name()).isEqualTo("dermatology-demo-2026");
    }
}
