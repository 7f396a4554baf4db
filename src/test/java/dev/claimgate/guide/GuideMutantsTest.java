package dev.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every one-fault transaction set that can be made from the 837P guide gets the right code at the right place and no other. */
class GuideMutantsTest {
    private static final int SHOWN_MAX = Integer.getInteger("mutants.shown", 20);

    /** Ways to spoil a set, and how many mutants each yields at least. */
    enum Kind {
        PRESENCE_OF_ELEMENTS(ElementMutants::presence, 4500),
        VALUES_OF_ELEMENTS(ElementMutants::values, 3700),
        CODES(ElementMutants::codes, 1200),
        EXCESS_OF_ELEMENTS(ElementMutants::excess, 2500),
        WITHOUT_SEGMENT(StructureMutants::withoutSegment, 150),
        WITHOUT_LOOP(StructureMutants::withoutLoop, 30),
        SEGMENT_TOO_OFTEN(StructureMutants::segmentTooOften, 500),
        LOOP_TOO_OFTEN(StructureMutants::loopTooOften, 40),
        SEGMENT_NOT_USED(StructureMutants::unused, 900),
        FOREIGN_SEGMENT(StructureMutants::foreign, 700),
        SWAPPED_SEGMENTS(StructureMutants::swapped, 100);

        private final Supplier<List<Mutant>> mutants;
        private final int atLeast;

        Kind(Supplier<List<Mutant>> mutants, int atLeast) {
            this.mutants = mutants;
            this.atLeast = atLeast;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerEachMutantWithItsCodeAtItsPlaceAndNothingElse(Kind kind) {
        List<Mutant> mutants = kind.mutants.get();
        List<String> mismatches = new ArrayList<>();
        for (Mutant mutant : mutants) {
            List<String> found = MutantVerdict.on(mutant.segments());
            if (found.size() != 1 || !mutant.expected().contains(found.get(0))) {
                mismatches.add(mutant.name() + "\n    must be " + mutant.expected() + "\n    but was " + found);
            }
        }
        assertThat(mismatches.subList(0, Math.min(SHOWN_MAX, mismatches.size())))
                .as("%d of %d mutants", mismatches.size(), mutants.size()).isEmpty();
        assertThat(mutants).hasSizeGreaterThan(kind.atLeast);
    }
}
