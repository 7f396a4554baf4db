package dev.claimgate.edit;

import static dev.claimgate.x12.PackedText.pack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.claim.ClaimDraft;
import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.CodeTablesBuilder;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.codes.Indicators;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.TableSource;
import dev.claimgate.codes.UnitsLimit;
import dev.claimgate.codes.UnitsScope;
import dev.claimgate.finding.ClaimFinding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What rests on a code table names the release and the row. */
class CitationsTest {
    private static final int DAY = 20260105;

    private static Map<String, String> bases(CodeTablesBuilder tables, String... procedures) {
        ClaimDraft draft = new ClaimDraft().place("11").diagnosis("L570");
        for (String procedure : procedures) {
            draft.line(new ClaimDraft.Line(procedure.substring(0, 5), List.of(procedure.substring(5).split("(?<=\\G..)")).stream()
                    .filter(modifier -> !modifier.isEmpty()).toList(), 9000, 0, List.of(1), "", DAY, DAY, ""));
        }
        ClaimFindings findings = new ClaimFindings();
        new ClaimEdits().codingOnly().check(draft.build(), new EditContext(tables.build(), LocalDate.of(2026, 2, 1)), findings);
        return findings.list().stream().filter(finding -> !finding.basis().isEmpty())
                .collect(Collectors.toMap(ClaimFinding::edit, ClaimFinding::basis, (first, second) -> first));
    }

    private static CodeTablesBuilder tables(boolean builtIn) {
        CodeTablesBuilder tables = CodeTables.builder();
        Indicators minor = new Indicators('A', GlobalPeriod.DAYS_10, 2, 9, 1, 0, 0, 0);
        tables.procedure(pack("11102"), CodeTableRows.ALWAYS, CodeTableRows.NEVER, minor);
        tables.procedure(pack("17000"), CodeTableRows.ALWAYS, CodeTableRows.NEVER, minor);
        tables.pair(pack("11102"), pack("17000"), 20200101, 20261231, PairRule.ALLOWED_WITH_MODIFIER);
        tables.unitsLimit(pack("17000"), 20260101, 20260331, new UnitsLimit(1, UnitsScope.DAY_BY_POLICY));
        tables.source(new TableSource(CodeKind.PAIRS, "ccipra-v320r0", 7, builtIn, CodeTableRows.ALWAYS, CodeTableRows.NEVER));
        tables.source(new TableSource(CodeKind.UNITS, "MUE old", 7, builtIn, CodeTableRows.ALWAYS, 20251231));
        tables.source(new TableSource(CodeKind.UNITS, "MUE 2026Q1", 7, builtIn, 20260101, CodeTableRows.NEVER));
        tables.source(new TableSource(CodeKind.FEE_SCHEDULE, "PPRRVU26", 7, builtIn, 20260101, CodeTableRows.NEVER));
        return tables;
    }

    @Test
    void shouldCiteReleaseAndRow() {
        assertThat(bases(tables(false), "11102", "17000")).containsEntry("ncci-pairs", "NCCI pairs ccipra-v320r0 (release 7):"
                        + " 11102/17000 modifier indicator 1, from 2020-01-01, to 2026-12-31")
                .containsEntry("units-limit", "units limits MUE 2026Q1 (release 7): 17000 at most 1, adjudication indicator 2,"
                        + " from 2026-01-01, to 2026-03-31");
    }

    @Test
    void shouldCiteTheIndicatorsThatDecide() {
        assertThat(bases(tables(false), "1110250").get("modifier-fit"))
                .isEqualTo("fee schedule PPRRVU26 (release 7): 11102 status A, global 010, multiple 2, bilateral 9, assistant 1,"
                        + " co-surgeon 0, team 0, PC/TC 0");
    }

    @Test
    void shouldMarkTheBuiltInPack() {
        assertThat(bases(tables(true), "11102", "17000").get("ncci-pairs"))
                .startsWith("NCCI pairs ccipra-v320r0 (release 7), built-in demonstration pack: 11102/17000");
    }

    @Test
    void shouldCiteTheFileThatLacksACode() {
        assertThat(bases(tables(false), "99999")).containsEntry("procedure-code", "fee schedule PPRRVU26 (release 7)");
    }
}
