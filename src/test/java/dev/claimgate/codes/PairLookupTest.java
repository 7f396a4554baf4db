package dev.claimgate.codes;

import static dev.claimgate.x12.PackedText.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PairLookupTest {
    private static final int DAY = 20260105;

    private record Pair(String column1, String column2) {
    }

    @Property(tries = 200)
    void shouldAnswerLikeAPlainMap(@ForAll("pairs") List<Pair> pairs, @ForAll("pairs") List<Pair> questions) {
        CodeTablesBuilder builder = CodeTables.builder();
        Map<Pair, PairRule> plain = new HashMap<>();
        for (Pair pair : pairs) {
            PairRule rule = plain.size() % 2 == 0 ? PairRule.NOT_ALLOWED : PairRule.ALLOWED_WITH_MODIFIER;
            if (plain.putIfAbsent(pair, rule) == null) {
                builder.pair(pack(pair.column1()), pack(pair.column2()), 20250101, 20261231, rule);
            }
        }
        CodeTables tables = builder.build();
        questions.forEach(question -> assertThat(tables.pair(pack(question.column1()), pack(question.column2()), DAY))
                .isEqualTo(plain.getOrDefault(question, PairRule.NONE)));
        plain.forEach((pair, rule) -> {
            assertThat(tables.pair(pack(pair.column1()), pack(pair.column2()), DAY)).isEqualTo(rule);
            assertThat(tables.pair(pack(pair.column1()), pack(pair.column2()), 20270101)).isEqualTo(PairRule.NONE);
        });
    }

    @Property(tries = 50)
    void shouldKeepThePeriodsOfAPairApart(@ForAll("pairs") List<Pair> pairs, @ForAll("pairs") List<Pair> ended) {
        CodeTablesBuilder builder = CodeTables.builder();
        Set<Pair> now = new HashSet<>(pairs);
        Set<Pair> before = new HashSet<>(ended);
        now.forEach(pair -> builder.pair(pack(pair.column1()), pack(pair.column2()), 20250101, 20261231,
                PairRule.NOT_ALLOWED));
        before.forEach(pair -> builder.pair(pack(pair.column1()), pack(pair.column2()), 20200101, 20241231,
                PairRule.ALLOWED_WITH_MODIFIER));
        CodeTables tables = builder.build();
        assertThat(tables.rows()).isEqualTo(now.size() + before.size());
        Stream.concat(now.stream(), before.stream()).forEach(pair -> {
            assertThat(tables.pair(pack(pair.column1()), pack(pair.column2()), DAY))
                    .isEqualTo(now.contains(pair) ? PairRule.NOT_ALLOWED : PairRule.NONE);
            assertThat(tables.pair(pack(pair.column1()), pack(pair.column2()), 20240229))
                    .isEqualTo(before.contains(pair) ? PairRule.ALLOWED_WITH_MODIFIER : PairRule.NONE);
        });
    }

    /** Where many rows lie in a stretch, one far from its home had the tag of another pair. */
    @Property(tries = 50, seed = "5372976358084601298")
    void shouldKeepPairsApartWhoseRowsLieInOneStretch(@ForAll("pairs") List<Pair> pairs, @ForAll("pairs") List<Pair> ended) {
        shouldKeepThePeriodsOfAPairApart(pairs, ended);
    }

    @Test
    void shouldTakeAsManyCodesAsThereAreNumbers() {
        CodeTablesBuilder builder = CodeTables.builder();
        for (int number = 1; number < PairTable.CODES_MAX; number++) {
            builder.pair(pack("00000"), pack("%05d".formatted(number)), 20250101, 20261231, PairRule.NOT_ALLOWED);
        }
        assertThatThrownBy(() -> builder.pair(pack("00000"), pack("A0000"), 20250101, 20261231, PairRule.NOT_ALLOWED))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("more than 65535 procedure codes");
        CodeTables tables = builder.build();
        assertThat(tables.pair(pack("00000"), pack("65534"), DAY)).isEqualTo(PairRule.NOT_ALLOWED);
        assertThat(tables.pair(pack("65534"), pack("00000"), DAY)).isEqualTo(PairRule.NONE);
        assertThat(tables.pair(pack("65533"), pack("65534"), DAY)).isEqualTo(PairRule.NONE);
    }

    @Provide
    Arbitrary<List<Pair>> pairs() {
        Arbitrary<String> codes = Arbitraries.strings().withChars("0129AZ").ofMinLength(4).ofMaxLength(5);
        return Combinators.combine(codes, codes).as(Pair::new).list().ofMaxSize(3000);
    }

    @Property
    void shouldGiveEachPairItsOwnKey(@ForAll("codes") String a, @ForAll("codes") String b, @ForAll("codes") String c) {
        boolean same = a.equals(b);
        assertThat(PairKey.of(pack(a), pack(c)) == PairKey.of(pack(b), pack(c))).isEqualTo(same);
        assertThat(PairKey.of(pack(c), pack(a)) == PairKey.of(pack(c), pack(b))).isEqualTo(same);
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings().withCharRange('0', '9').withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(5);
    }
}
