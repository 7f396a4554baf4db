package dev.claimgate.sample;

import java.util.ArrayList;
import java.util.List;

/** A planned service line; a fault may change it before it is written. */
final class SampleLine {
    String code;
    final boolean evaluation;
    final int unitsMax;
    final boolean major;
    final boolean components;
    final List<String> primaries;
    final SampleProcedure.Rank rank;
    final List<String> modifiers = new ArrayList<>(2);
    final List<Integer> pointers = new ArrayList<>(2);
    final long unitCharge;
    int units = 1;

    SampleLine(SampleProcedure procedure) {
        code = procedure.code();
        evaluation = procedure.evaluation();
        unitsMax = procedure.unitsMax();
        major = procedure.major();
        components = procedure.components();
        primaries = procedure.primaries();
        rank = procedure.rank();
        if (Dermatology.NAILS.contains(code)) {
            addModifier("TA");
        }
        unitCharge = procedure.unitCharge();
    }

    long chargeCents() {
        return unitCharge * units;
    }

    void addModifier(String modifier) {
        if (!modifiers.contains(modifier)) {
            modifiers.add(modifier);
        }
    }
}
