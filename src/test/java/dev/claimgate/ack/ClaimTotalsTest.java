package dev.claimgate.ack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.claim.ClaimSample;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.validation.AcknowledgmentCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The sums that hold in every 277CA: each level counts the claims beneath it, and each claim stands there once. */
class ClaimTotalsTest {
    private static final List<ClaimFinding> REJECTION = List.of(new ClaimFinding("balance", Severity.REJECT, 0, "2300", 20,
            "CLM02", List.of(ClaimStatus.of("A8:400")), "found", "expected"));

    /** One claim to answer; {@code newProvider} moves on to the next billing provider. */
    record Sent(long cents, boolean accepted, boolean newProvider) {
    }

    @Provide
    Arbitrary<List<Sent>> claims() {
        return Combinators.combine(Arbitraries.longs().between(0, 99_999_999), Arbitraries.of(true, false),
                Arbitraries.of(true, false)).as(Sent::new).list().ofMaxSize(40);
    }

    @Property(tries = 200)
    void shouldSumUpWhatWasSent(@ForAll("claims") List<Sent> sent) {
        List<String> set = answer(sent);
        int firstProvider = indexOf(set, "HL*3*", set.size());

        assertLevel(set.subList(0, firstProvider), "90", "AA", sent);
        assertThat(starting(set, "TRN*2*C-")).containsExactlyElementsOf(numbers(sent.size()));
        assertThat(starting(set, "SE*")).containsExactly("SE*" + set.size() + "*0001");
        List<String> levels = starting(set, "HL*");
        for (int i = 0; i < levels.size(); i++) {
            assertThat(levels.get(i)).startsWith("HL*" + (i + 1) + "*");
        }
    }

    @Property(tries = 200)
    void shouldSumUpEachProvider(@ForAll("claims") List<Sent> sent) {
        List<List<Sent>> expected = byProvider(sent);
        List<List<String>> written = providers(answer(sent));

        assertThat(written).hasSameSizeAs(expected);
        for (int i = 0; i < written.size(); i++) {
            assertLevel(written.get(i), "QA", "QC", expected.get(i));
        }
    }

    private static void assertLevel(List<String> level, String acceptedQualifier, String rejectedQualifier, List<Sent> sent) {
        assertThat(value(level, "QTY*" + acceptedQualifier)).isEqualByComparingTo(
                BigDecimal.valueOf(sent.stream().filter(Sent::accepted).count()));
        assertThat(value(level, "QTY*" + rejectedQualifier)).isEqualByComparingTo(
                BigDecimal.valueOf(sent.stream().filter(s -> !s.accepted()).count()));
        assertThat(value(level, "AMT*YU").add(value(level, "AMT*YY"))).isEqualByComparingTo(
                BigDecimal.valueOf(sent.stream().mapToLong(Sent::cents).sum(), 2));
        assertThat(new BigDecimal(starting(level, "STC").get(0).split("\\*")[4])).isEqualByComparingTo(
                BigDecimal.valueOf(sent.stream().mapToLong(Sent::cents).sum(), 2));
    }

    private static List<String> answer(List<Sent> sent) {
        Answers answers = new Answers().open();
        answers.writer.groupOpened(Answers.GS);
        answers.writer.setOpened(Answers.set("0001"));
        int provider = 1;
        for (int i = 0; i < sent.size(); i++) {
            Sent claim = sent.get(i);
            provider += claim.newProvider() ? 1 : 0;
            answers.writer.claim(ClaimSample.claim().patientControlNumber("C-" + i).provider(provider, "NORTH")
                    .charge(claim.cents()).build(), claim.accepted() ? List.of() : REJECTION, claim.accepted());
        }
        answers.writer.setClosed(Answers.report(Answers.set("0001"), AcknowledgmentCode.A, List.of()));
        answers.writer.groupClosed(Answers.report(Answers.GS, AcknowledgmentCode.A, 1, 1));
        return answers.close().sets(AcknowledgementKind.CLAIM);
    }

    private static List<List<Sent>> byProvider(List<Sent> sent) {
        List<List<Sent>> providers = new ArrayList<>();
        for (Sent claim : sent) {
            if (providers.isEmpty() || claim.newProvider()) {
                providers.add(new ArrayList<>());
            }
            providers.get(providers.size() - 1).add(claim);
        }
        return providers;
    }

    /** The segments of each provider's own level, without its patients. */
    private static List<List<String>> providers(List<String> set) {
        List<List<String>> providers = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            if (set.get(i).matches("HL\\*\\d+\\*2\\*19\\*1")) {
                providers.add(set.subList(i, i + 1 + indexOf(set.subList(i + 1, set.size()), "HL*", set.size())));
            }
        }
        return providers;
    }

    private static BigDecimal value(List<String> level, String start) {
        List<String> found = starting(level, start + "*");
        return found.isEmpty() ? BigDecimal.ZERO : new BigDecimal(found.get(0).substring(start.length() + 1));
    }

    private static List<String> numbers(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add("TRN*2*C-" + i);
        }
        return numbers;
    }

    private static List<String> starting(List<String> segments, String start) {
        return segments.stream().filter(s -> s.startsWith(start)).toList();
    }

    private static int indexOf(List<String> segments, String start, int otherwise) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).startsWith(start)) {
                return i;
            }
        }
        return otherwise;
    }
}
