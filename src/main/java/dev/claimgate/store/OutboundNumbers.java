package dev.claimgate.store;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * What tells one outbound interchange from all others to the same payer.
 *
 * @param controlNumber ISA13 and GS06, 1 to 999,999,999
 * @param createdAt     its date and time in ISA, GS and BHT
 */
public record OutboundNumbers(int controlNumber, ZonedDateTime createdAt) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    public OutboundNumbers {
        if (controlNumber < 1 || controlNumber > 999_999_999) {
            throw new IllegalArgumentException("a control number is 1 to 999999999, not " + controlNumber);
        }
    }

    /** Names the interchange in BHT03: day and control number, 17 digits. */
    public String originatorId() {
        return DAY.format(createdAt) + String.format("%09d", controlNumber);
    }

    /**
     * BHT03 of a transaction set, by which the payer's 277CA names it again (2200B TRN02): that of the first set is
     * {@link #originatorId()}.
     *
     * @param set 1-based
     */
    public String originatorId(int set) {
        return set == 1 ? originatorId() : originatorId() + "-" + set;
    }

    /** The {@link #originatorId()} in a BHT03 that came back. */
    static String interchangeIn(String originatorId) {
        return originatorId.replaceFirst("-[0-9]{1,6}$", "");
    }

    /** The set in a BHT03 that came back, 1-based. */
    static int setIn(String originatorId) {
        return originatorId.matches("[0-9]{17}-[0-9]{1,6}") ? Integer.parseInt(originatorId.substring(18)) : 1;
    }
}
