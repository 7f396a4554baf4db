package dev.claimgate.validation;

import dev.claimgate.edit.ClaimFindings;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/**
 * Whether the transaction set at hand was sent before. A sender numbers his batches in BHT03 and uses each number once, also
 * when BHT02 calls the set a reissue: what was taken is not taken again, and what was rejected does not count as taken.
 */
final class BatchNumbers {
    /** Known only to the receiver level of the 277CA; there it rejects the whole set. */
    static final ClaimStatus REPEATED = ClaimStatus.of("A3:746");
    private static final String RULE = "batch-repeated";
    /** Of data element 127; a longer number is a fault of its own, which rejects the set. */
    private static final int LENGTH_MAX = 50;

    private final InterchangeRegister register;
    private InterchangeHeader interchange;
    private BatchPlace place;
    private boolean numbered;
    private boolean registered;
    private boolean repeated;
    private int position;

    BatchNumbers(InterchangeRegister register) {
        this.register = register;
    }

    void inInterchange(InterchangeHeader header) {
        interchange = header;
    }

    void begin(int group, int set) {
        place = new BatchPlace(interchange, group, set);
        numbered = false;
        registered = false;
        repeated = false;
    }

    /** Takes the set's BHT03; only the first counts. */
    void take(String number, int position) {
        if (numbered || number.isBlank() || number.length() > LENGTH_MAX) {
            return;
        }
        numbered = true;
        this.position = position;
        registered = register.registerBatch(place, number);
        repeated = !registered;
    }

    /** Whether the sender used the number of the set at hand before. */
    boolean repeated() {
        return repeated;
    }

    /** Tells of a claim that its whole set was sent before. */
    void refuse(ClaimFindings findings) {
        findings.claim(RULE, "HEADER", position, "BHT03", List.of(REPEATED), "the number of a batch that was taken before",
                "a number that was not used before, for claims that were not sent before");
    }

    /** A set that is rejected may come again under its number. */
    void ended(boolean accepted) {
        if (registered && !accepted) {
            register.withdrawBatches(place);
        }
    }

    void groupRejected(int group) {
        register.withdrawBatches(new BatchPlace(interchange, group, 0));
    }

    void interchangeRejected() {
        register.withdrawBatches(new BatchPlace(interchange, 0, 0));
    }
}
