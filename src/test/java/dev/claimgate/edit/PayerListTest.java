package dev.claimgate.edit;

import static dev.claimgate.claim.ClaimSample.claim;
import static dev.claimgate.x12.PackedText.pack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.claim.ClaimSample;
import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.CodeTablesBuilder;
import dev.claimgate.codes.PayerRule;
import dev.claimgate.codes.TableSource;
import dev.claimgate.finding.ClaimFinding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A payer's own list judges the claims that go to it. */
class PayerListTest {
    private static CodeTables tables;

    @BeforeAll
    static void load() {
        CodeTablesBuilder builder = CodeTables.builder();
        CodeTableDirectory.read(Path.of("conf/code-tables"), builder);
        builder.payerRule("evergreen", pack("17110"), 20260101, CodeTableRows.NEVER, new PayerRule(false, PayerRule.NO_LIMIT));
        builder.payerRule("evergreen", pack("96910"), CodeTableRows.ALWAYS, CodeTableRows.NEVER, new PayerRule(true, 0));
        builder.payerRule("evergreen", pack("17003"), CodeTableRows.ALWAYS, CodeTableRows.NEVER, new PayerRule(true, 6));
        builder.payerRule("evergreen", pack("11103"), CodeTableRows.ALWAYS, CodeTableRows.NEVER, new PayerRule(true, 20));
        builder.source(new TableSource(CodeKind.PAYER_LIST, "lakeshore", "lakeshore.csv", 4, false, 0, CodeTableRows.NEVER));
        builder.source(new TableSource(CodeKind.PAYER_LIST, "evergreen", "evergreen.csv", 5, false, 0, CodeTableRows.NEVER));
        tables = builder.build();
    }

    private static List<ClaimFinding> findings(String payer, ClaimSample sample) {
        EditContext context = new EditContext(tables, EditCase.RECEIVED_ON);
        context.forPayer(payer);
        ClaimFindings findings = new ClaimFindings();
        new ClaimEdits().check(sample.build(), context, findings);
        return List.copyOf(findings.list());
    }

    @Test
    void shouldWarnOfWhatThePayerDoesNotCover() {
        ClaimSample sample = claim().diagnoses("B079").line("17110");
        assertThat(findings("evergreen", sample)).singleElement().satisfies(finding -> {
            assertThat(finding.edit()).isEqualTo("payer-covers");
            assertThat(finding.rejects()).isFalse();
            assertThat(finding.basis()).isEqualTo("payer's list evergreen.csv (release 5): 17110 not covered");
        });
        assertThat(findings("lakeshore", sample)).isEmpty();
        assertThat(findings("", sample)).isEmpty();
        assertThat(findings("evergreen", claim().diagnoses("B079").line("17110").on(20251231))).isEmpty();
    }

    @Test
    void shouldRejectUnitsBeyondThePayersLimit() {
        assertThat(findings("evergreen", claim().line("17000").line("17003").units(7))).singleElement().satisfies(finding -> {
            assertThat(finding.edit()).isEqualTo("payer-units-limit");
            assertThat(finding.rejects()).isTrue();
            assertThat(finding.basis()).isEqualTo("payer's list evergreen.csv (release 5): 17003 covered, at most 6 a day");
        });
        assertThat(findings("evergreen", claim().line("17000").line("17003").units(6))).isEmpty();
        assertThat(findings("lakeshore", claim().line("17000").line("17003").units(7))).isEmpty();
    }

    @Test
    void shouldCountTheLinesOfTheDayTogether() {
        assertThat(findings("evergreen", claim().line("17000").line("17003").units(4).line("17003", "59").units(3)))
                .extracting(finding -> finding.edit() + " " + finding.line()).containsExactly("payer-units-limit 3");
    }

    @Test
    void shouldNotTellTwiceOfALimitThatCmsSetsLower() {
        assertThat(findings("evergreen", claim().line("11102").line("11103").units(21)))
                .extracting(ClaimFinding::edit).containsExactly("units-limit");
    }
}
