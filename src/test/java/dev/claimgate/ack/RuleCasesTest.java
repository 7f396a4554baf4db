package dev.claimgate.ack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.edit.ClaimEdit;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SetCode;
import dev.claimgate.validation.SituationalRule;
import dev.claimgate.validation.SituationalRules;
import dev.claimgate.validation.Verdict;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule has a golden file that it finds at fault, {@code rules/ID/fires}, and one like it that it passes, {@code passes}. */
class RuleCasesTest {
    /** Codes that nothing gives; docs/acknowledgements.md tells what is given instead. */
    private static final Set<String> NEVER_GIVEN = Set.of("IK5-1", "IK5-6");

    /** Fires only where a partner's policy asks for it, which no file tells; PartnerPolicyTest has its cases. */
    private static final Set<String> BY_PROFILE = Set.of("approved-billing-provider");

    /** Reject a whole level of the 277CA. */
    private static final Set<String> LEVELS = Set.of("batch-repeated", "provider-rejected");

    static List<String> shouldFindTheFaultAndNothingElse() {
        Stream<String> codes = Stream.of(Arrays.stream(InterchangeCode.values()).map(code -> "TA1-" + code.code()),
                Arrays.stream(GroupCode.values()).map(code -> "AK9-" + code.code()),
                Arrays.stream(SetCode.values()).map(code -> "IK5-" + code.code())).flatMap(all -> all);
        return Stream.of(ClaimEdits.all().stream().map(ClaimEdit::id).filter(id -> !BY_PROFILE.contains(id)),
                SituationalRules.all().stream().map(SituationalRule::id), LEVELS.stream(),
                codes.filter(code -> !NEVER_GIVEN.contains(code))).flatMap(all -> all).toList();
    }

    @ParameterizedTest
    @MethodSource
    void shouldFindTheFaultAndNothingElse(String rule) throws IOException {
        assertThat(fired("rules/" + rule + "/fires")).contains(rule);
        Set<String> others = fired("rules/" + rule + "/passes");
        others.removeIf(other -> other.equals("TA1-000") && !other.equals(rule));
        assertThat(others).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"earlier-ncci-pairs", "earlier-ncci-part", "earlier-units-limit", "earlier-visit-modifier",
        "global-period-visit", "global-period-procedure"})
    void shouldCiteTheRowOverEarlierClaims(String rule) throws IOException {
        String name = "rules/" + rule + "/fires";
        Verdict verdict = Verdict.after(GoldenFilesTest.before(name), GoldenFilesTest.file(name), GoldenFilesTest.rules(name));
        assertThat(verdict.claims.stream().flatMap(claim -> claim.findings().stream())
                .filter(finding -> finding.edit().equals(rule)))
                .isNotEmpty().allMatch(finding -> finding.basis().matches(".*dermatology-demo-2026.*: [0-9A-Z]{5}.*"));
    }

    private static Set<String> fired(String name) throws IOException {
        Set<String> fired = new TreeSet<>();
        GoldenFilesTest.answers(name).all().forEach(answer -> answer.forEach(segment -> codes(segment.split("\\*"), fired)));
        Verdict verdict = Verdict.after(GoldenFilesTest.before(name), GoldenFilesTest.file(name), GoldenFilesTest.rules(name));
        verdict.claims.forEach(claim -> fired.addAll(claim.edits()));
        verdict.sets.forEach(set -> set.findings().stream().filter(finding -> finding.trigger() != null)
                .forEach(finding -> situations(finding, fired)));
        return fired;
    }

    private static void codes(String[] segment, Set<String> fired) {
        switch (segment[0]) {
            case "TA1" -> fired.add("TA1-" + segment[5]);
            case "AK9" -> Arrays.stream(segment).skip(5).forEach(code -> fired.add("AK9-" + code));
            case "IK5" -> Arrays.stream(segment).skip(2).forEach(code -> fired.add("IK5-" + code));
            case "STC" -> {
                if (segment[1].equals("A3:746")) {
                    fired.add("batch-repeated");
                }
            }
            case "HL" -> {
                if (segment[3].equals("19") && segment[4].equals("0")) {
                    fired.add("provider-rejected");
                }
            }
            default -> { }
        }
    }

    /** Every rule that gives this code for this segment. */
    private static void situations(SegmentFinding finding, Set<String> fired) {
        Stream<String> codes = finding.elements().isEmpty() ? Stream.of("IK304 " + finding.code().code())
                : finding.elements().stream().map(ElementFinding::code).map(code -> "IK403 " + code.code());
        List<String> given = codes.toList();
        SituationalRules.all().stream().filter(rule -> given.stream().anyMatch(code -> rule.codes().contains(code)))
                .forEach(rule -> fired.add(rule.id()));
    }
}
