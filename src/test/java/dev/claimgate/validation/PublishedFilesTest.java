package dev.claimgate.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.SetCode;
import dev.claimgate.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that other projects publish, where they lie beside this one. */
@EnabledIf("present")
class PublishedFilesTest {
    private static final Path FOLDER = Path.of("../shared/fixtures/837p");

    static boolean present() {
        return Files.isDirectory(FOLDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean-base", "clean-two-transactions", "clean-uhin", "clean-two-claims", "clean-two-claims-wrapped",
        "clean-600-claims", "example-anesthesia", "example-chiropractic", "example-cob-claim-from-billing-provider-to-payer-a",
        "example-commercial-health-insurance", "example-drug-administered-in-the-physician-office", "example-encounter",
        "example-home-infusion-therapy-pharmacy-adjudicated-with-ndc-in-loop-2410", "example-ppo-repriced-claim"})
    void shouldFindNoStructuralFaultInAGoodFile(String name) throws IOException {
        Verdict verdict = verdict(name);
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.interchanges).allMatch(i -> i.code() == AcknowledgmentCode.A);
        assertThat(verdict.sets).isNotEmpty().allMatch(s -> s.code() == AcknowledgmentCode.A);
    }

    @ParameterizedTest
    @CsvSource({"example-anesthesia, 3", "example-chiropractic, 1", "example-cob-claim-from-billing-provider-to-payer-a, 3",
        "example-commercial-health-insurance, 1", "example-encounter, 2", "example-ppo-repriced-claim, 2"})
    void shouldRejectEachNpiThatFailsItsCheck(String name, int invalid) throws IOException {
        List<String> edits = verdict(name).claims.get(0).edits();
        assertThat(edits.stream().filter("npi-check-digit"::equals)).hasSize(invalid);
    }

    @ParameterizedTest
    @CsvSource({"fault-bad-control-number, CONTROL_NUMBERS_DIFFER", "fault-bad-se-count, SEGMENT_COUNT_WRONG",
        "fault-bad-amount, SEGMENTS_IN_ERROR", "fault-dangling-hl, SEGMENTS_IN_ERROR",
        "fault-missing-clm, SEGMENTS_IN_ERROR", "fault-missing-loops, SEGMENTS_IN_ERROR",
        "fault-control-numbers, CONTROL_NUMBERS_DIFFER", "fault-multi-problem, SEGMENT_COUNT_WRONG"})
    void shouldRejectTheSetOfAFaultyFile(String name, SetCode code) throws IOException {
        SetReport set = verdict(name).sets.get(0);
        assertThat(set.code()).isEqualTo(AcknowledgmentCode.R);
        assertThat(set.codes()).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"fault-unclosed-envelope, PREMATURE_END", "fault-control-numbers, CONTROL_NUMBERS_DIFFER",
        "fault-multi-problem, GROUP_COUNT"})
    void shouldRejectTheInterchangeOfAFaultyFile(String name, InterchangeCode note) throws IOException {
        assertThat(verdict(name).interchanges.get(0).notes()).containsExactly(note);
    }

    @Test
    void shouldRejectAnUnbalancedClaimAndNothingElse() throws IOException {
        Verdict verdict = verdict("fault-unbalanced-claim");
        assertThat(verdict.sets.get(0).code()).isEqualTo(AcknowledgmentCode.A);
        assertThat(verdict.claims.get(0).findings()).filteredOn(finding -> finding.severity() == Severity.REJECT)
                .extracting(ClaimFinding::edit).containsExactly("claim-balance");
    }

    private static Verdict verdict(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name + ".edi"));
        return Verdict.on(bytes, 1000);
    }
}
