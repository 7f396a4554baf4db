package dev.claimgate.codes;

import static dev.claimgate.x12.PackedText.pack;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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
