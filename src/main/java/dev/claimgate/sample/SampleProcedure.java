package dev.claimgate.sample;

import java.util.List;

/**
 * A procedure code that sample claims may carry.
 *
 * @param code       CPT or HCPCS code number
 * @param evaluation whether it is a visit (modifier 25 beside a procedure)
 * @param unitsMax   most units on one day, at least 1
 * @param primaries  codes it must stand beside when it is an add-on, else empty
 * @param major      whether it is major surgery (global period 090: modifier 57 on a visit beside it)
 * @param components whether it has a professional and a technical component (modifier 26 in a hospital)
 * @param rank       its relative values if it is subject to multiple-procedure reduction, else {@link Rank#NONE}
 */
public record SampleProcedure(String code, boolean evaluation, int unitsMax, List<String> primaries, boolean major,
                              boolean components, Rank rank) {

    /** Relative values in hundredths, by which the lines of a day are ordered. */
    public record Rank(int office, int hospital) {
        static final Rank NONE = new Rank(0, 0);
    }

    public SampleProcedure {
        primaries = List.copyOf(primaries);
    }

    /** A procedure of the office that needs nothing of a visit beside it but 25. */
    public SampleProcedure(String code, boolean evaluation, int unitsMax, List<String> primaries) {
        this(code, evaluation, unitsMax, primaries, false, false, Rank.NONE);
    }

    boolean addOn() {
        return !primaries.isEmpty();
    }

    /** An invented charge for one unit, always the same for a code: 32.00 to 650.75. */
    long unitCharge() {
        int hash = code.hashCode() * 0x9E3779B1;
        return 3_200 + (hash >>> 8) % 618 * 100 + (hash & 3) * 25;
    }
}
