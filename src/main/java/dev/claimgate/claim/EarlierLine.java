package dev.claimgate.claim;

import java.util.List;

/**
 * A service line of a claim that was accepted before. Codes are packed text ({@link dev.claimgate.x12.PackedText}), money is in
 * cents, units in thousandths, dates are {@code yyyymmdd}.
 *
 * @param number      LX01
 * @param procedure   SV101-2; only lines that bill HCPCS codes on a known day are kept
 * @param modifiers   SV101-3 to SV101-6
 * @param place       SV105, else CLM05-1
 * @param providerNpi who rendered it: 2420A, else 2310B, else 2010AA; 0 if no NPI was sent
 */
public record EarlierLine(int number, long procedure, List<Long> modifiers, int dateFrom, int dateTo, long place,
                          long chargeCents, long unitsThousandths, long providerNpi) {
    public EarlierLine {
        modifiers = List.copyOf(modifiers);
    }
}
