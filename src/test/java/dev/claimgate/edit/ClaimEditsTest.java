package dev.claimgate.edit;

import static dev.claimgate.claim.ClaimSample.claim;
import static dev.claimgate.edit.EditCase.findings;
import static dev.claimgate.edit.EditCase.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.Severity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimEditsTest {
    @Test
    void shouldFindNothingInACleanClaim() {
        assertThat(findings(claim().line("99213", "25").line("11102").line("11103").line("17000", "59"))).isEmpty();
    }

    @Test
    void shouldReportInTheOrderOfTheClaim() {
        assertThat(findings(claim().charge(1).line("ZZZZZ").line("11102").units(0)))
                .extracting(ClaimFinding::line).containsExactly(0, 1, 2);
    }

    @Test
    void shouldGiveAnUnknownProcedureOneFindingOnly() {
        assertThat(verdict(claim().line("ZZZZZ", "50").units(99))).containsExactly("procedure-code line 1 SV101-2 A7:507");
    }

    @Test
    void shouldLeaveALineWithoutADateToThe999() {
        assertThat(verdict(claim().line("ZZZZZ", "QQ0").on(0))).isEmpty();
    }

    @Test
    void shouldNotJudgeCodesOfAnotherListThanHcpcs() {
        assertThat(verdict(claim().line("ZZZZZ").procedureQualifier("WK"))).isEmpty();
    }

    @Test
    void shouldWarnWithoutRejectingWhereTheProfileSaysSo() {
        ClaimFindings found = new ClaimFindings();
        new ClaimEdits(Map.of("claim-balance", Severity.WARN))
                .check(claim().charge(1).line("11102").build(), EditCase.context(), found);

        assertThat(found.list()).extracting(ClaimFinding::severity).containsExactly(Severity.WARN);
        assertThat(found.rejects()).isFalse();
    }

    @Test
    void shouldNotRunAnEditThatIsOff() {
        ClaimFindings found = new ClaimFindings();
        new ClaimEdits(Map.of("claim-balance", Severity.OFF))
                .check(claim().charge(1).line("11102").build(), EditCase.context(), found);

        assertThat(found.isEmpty()).isTrue();
    }

    @Test
    void shouldForgetTheClaimBefore() {
        ClaimFindings found = new ClaimFindings();
        ClaimEdits edits = new ClaimEdits();
        edits.check(claim().charge(1).line("11102").build(), EditCase.context(), found);
        assertThat(found.rejects()).isTrue();

        edits.check(claim().line("11102").build(), EditCase.context(), found);
        assertThat(found.list()).isEmpty();
        assertThat(found.rejects()).isFalse();
    }

    @Test
    void shouldRefuseAProfileThatNamesNoEdit() {
        assertThatThrownBy(() -> new ClaimEdits(Map.of("npi", Severity.OFF)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no edit is called npi").hasMessageContaining("npi-check-digit");
    }

    @Test
    void shouldGiveEachEditItsOwnIdAndReason() {
        assertThat(ClaimEdits.all()).extracting(ClaimEdit::id).doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
        assertThat(ClaimEdits.all()).allMatch(edit -> edit.explanation().endsWith(".") && !edit.source().isEmpty());
    }

    @Test
    void shouldStandInTheConfigurationUnderWhatItDoes() throws IOException {
        String config = Files.readString(Path.of("conf/gateway.yaml"));
        int reject = config.indexOf("# These reject:");
        int warn = config.indexOf("# These warn");
        List<String> rejecting = List.of(config.substring(reject, warn).split("[\\s#:]+"));
        List<String> warning = List.of(config.substring(warn, config.indexOf("edits: {}")).split("[\\s#:]+"));

        assertThat(ClaimEdits.all()).allMatch(edit ->
                (edit.severity() == Severity.REJECT ? rejecting : warning).contains(edit.id()));
    }

    @Test
    void shouldNotAllocateForACleanClaim() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Claim clean = claim().line("99213", "25").line("11102").line("11103").line("17000", "59").build();
        ClaimEdits edits = new ClaimEdits();
        EditContext context = EditCase.context();
        ClaimFindings found = new ClaimFindings();
        edits.check(clean, context, found);
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        for (int i = 0; i < 1000; i++) {
            edits.check(clean, context, found);
        }

        assertThat(threads.getThreadAllocatedBytes(id) - before).isLessThan(1000);
    }
}
