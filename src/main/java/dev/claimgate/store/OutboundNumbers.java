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

    /** BHT03, by which the payer's 277CA names the interchange again (2200B TRN02): day and control number, 17 digits. */
    public String originatorId() {
        return DAY.format(createdAt) + String.format("%09d", controlNumber);
    }
}
