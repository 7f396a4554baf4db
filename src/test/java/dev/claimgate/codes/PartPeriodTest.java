package dev.claimgate.codes;

import static dev.claimgate.codes.CodeTableRows.ALWAYS;
import static dev.claimgate.codes.CodeTableRows.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartPeriodTest {
    private static final PartPeriod PACK = new PartPeriod(1, CodeKind.UNITS, "", ALWAYS, NEVER);
    private static final PartPeriod PAIRS = new PartPeriod(2, CodeKind.PAIRS, "", ALWAYS, NEVER);

    @Test
    void shouldCloseThePeriodOfTheQuarterBefore() {
        assertThat(units(List.of(PACK), 3, 20260401)).containsExactly(period(1, ALWAYS, 20260331), period(3, 20260401, NEVER));
    }

    @Test
    void shouldKeepAllOtherKinds() {
        assertThat(units(List.of(PAIRS, PACK), 3, 20260401)).contains(PAIRS);
    }

    @Test
    void shouldReplaceTheSameQuarter() {
        List<PartPeriod> first = units(List.of(PACK), 3, 20260401);
        assertThat(units(first, 4, 20260401)).containsExactly(period(1, ALWAYS, 20260331), period(4, 20260401, NEVER));
    }

    @Test
    void shouldPutAnEarlierQuarterBeforeALaterOne() {
        List<PartPeriod> later = units(List.of(PACK), 3, 20260701);
        assertThat(units(later, 4, 20260401)).containsExactly(period(1, ALWAYS, 20260331), period(4, 20260401, 20260630),
                period(3, 20260701, NEVER));
    }

    @Test
    void shouldReplaceAllOfAKindThatStandsForAllDays() {
        List<PartPeriod> later = units(List.of(PACK), 3, 20260701);
        assertThat(units(later, 4, ALWAYS)).containsExactly(period(4, ALWAYS, NEVER));
    }

    @Test
    void shouldKeepTheListsOfOtherPayers() {
        PartPeriod evergreen = new PartPeriod(1, CodeKind.PAYER_LIST, "evergreen", ALWAYS, NEVER);
        assertThat(PartPeriod.with(List.of(evergreen), 2, CodeKind.PAYER_LIST, "lakeshore", ALWAYS)).contains(evergreen)
                .hasSize(2);
    }

    private static List<PartPeriod> units(List<PartPeriod> before, long part, int effective) {
        return PartPeriod.with(before, part, CodeKind.UNITS, "", effective);
    }

    private static PartPeriod period(long part, int from, int to) {
        return new PartPeriod(part, CodeKind.UNITS, "", from, to);
    }
}
