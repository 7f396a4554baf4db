package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.x12.PackedText;
import java.util.Collection;

/** What most claims do not have: an edit about it is passed over for them. */
public enum Trait {
    /** Other payers, loop 2320. */
    OTHER_PAYERS,
    /** Lines that another payer has answered, loop 2430. */
    ANSWERED_LINES,
    SEVERAL_LINES,
    /** A line with a modifier. */
    MODIFIERS,
    /** A line over a range of days, be it one day. */
    DATE_RANGE,
    /** A line with a drug, loop 2410. */
    DRUG,
    /** A subscriber of Medicare part B, SBR09. */
    MEDICARE,
    /** A patient of whom earlier claims are known; no claim tells that by itself. */
    EARLIER_CLAIMS,
    /** A payer of whom a list of its own was imported; no claim tells that by itself. */
    PAYER_LIST;

    private static final long PART_B = PackedText.pack("MB");

    int bit() {
        return 1 << ordinal();
    }

    static int mask(Collection<Trait> traits) {
        return traits.stream().mapToInt(Trait::bit).reduce(0, (a, b) -> a | b);
    }

    /** The traits of a claim, each as its {@link #bit}. */
    static int of(Claim claim) {
        int traits = bit(claim.otherPayerCount() > 0, OTHER_PAYERS) | bit(claim.lineCount() > 1, SEVERAL_LINES)
                | bit(claim.filingIndicator() == PART_B, MEDICARE);
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            traits |= bit(line.adjudicationCount() > 0, ANSWERED_LINES) | bit(line.modifierCount() > 0, MODIFIERS)
                    | bit(line.dateRange() || line.dateTo() != line.dateFrom(), DATE_RANGE)
                    | bit(line.drugQualifier() != 0, DRUG);
        }
        return traits;
    }

    private static int bit(boolean has, Trait trait) {
        return has ? trait.bit() : 0;
    }
}
