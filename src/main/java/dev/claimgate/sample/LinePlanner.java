package dev.claimgate.sample;

import dev.claimgate.sample.PairRule.Relation;
import java.util.ArrayList;
import java.util.List;

/** Chooses the procedures of a claim so that no edit has anything to say about them. */
final class LinePlanner {
    /** Share of claims with 1, 2 ... 6 lines, in per cent. */
    private static final int[] LINE_SHARES = {28, 31, 20, 11, 6, 4};
    private static final List<String> SEPARATE = List.of("59", "59", "59", "XS", "XS", "XU");
    private static final int TRIES = 12;

    private final SampleCodes codes;
    private final SampleRandom random;

    LinePlanner(SampleCodes codes, SampleRandom random) {
        this.codes = codes;
        this.random = random;
    }

    /** One to six lines, modifiers set, without pointers. */
    List<SampleLine> plan() {
        int wanted = lineCount();
        List<SampleLine> lines = new ArrayList<>(wanted);
        if (random.chance(0.6)) {
            lines.add(new SampleLine(random.pick(codes.visits())));
        }
        for (int tries = 0; lines.size() < wanted && tries < TRIES; tries++) {
            SampleProcedure procedure = random.pick(random.chance(0.7) ? codes.everyday() : codes.procedures());
            if (add(lines, procedure)) {
                addOn(lines, procedure, wanted);
            }
        }
        if (lines.isEmpty()) {
            lines.add(new SampleLine(random.pick(codes.visits())));
        }
        markVisit(lines);
        return lines;
    }

    private int lineCount() {
        int share = random.below(100);
        int lines = 1;
        for (int i = 0; share >= LINE_SHARES[i]; i++) {
            share -= LINE_SHARES[i];
            lines++;
        }
        return lines;
    }

    private boolean add(List<SampleLine> lines, SampleProcedure procedure) {
        for (SampleLine line : lines) {
            if (line.code.equals(procedure.code()) || forbidden(line.code, procedure.code())
                    || Dermatology.countTogether(line.code, procedure.code())) {
                return false;
            }
        }
        SampleLine added = new SampleLine(procedure);
        for (SampleLine line : lines) {
            separate(line, added);
            separate(added, line);
        }
        if (procedure.unitsMax() > 1 && random.chance(0.25)) {
            added.units = random.between(2, Math.min(procedure.unitsMax(), 12));
        }
        lines.add(added);
        return true;
    }

    private void addOn(List<SampleLine> lines, SampleProcedure primary, int wanted) {
        List<SampleProcedure> addOns = codes.addOns().get(primary.code());
        if (addOns != null && lines.size() < wanted && random.chance(0.6)) {
            add(lines, random.pick(addOns));
        }
    }

    private boolean forbidden(String one, String two) {
        return codes.pairs().relation(one, two) == Relation.FORBIDDEN
                || codes.pairs().relation(two, one) == Relation.FORBIDDEN;
    }

    /** The column two procedure of a pair tells by modifier that it was a separate service. */
    private void separate(SampleLine columnOne, SampleLine columnTwo) {
        if (codes.pairs().relation(columnOne.code, columnTwo.code) == Relation.NEEDS_MODIFIER
                && columnTwo.modifiers.isEmpty()) {
            columnTwo.addModifier(columnTwo.evaluation ? "25" : random.pick(SEPARATE));
        }
    }

    private static void markVisit(List<SampleLine> lines) {
        SampleLine first = lines.get(0);
        if (first.evaluation && lines.size() > 1) {
            first.addModifier(lines.stream().anyMatch(line -> line.major) ? "57" : "25");
        }
    }
}
