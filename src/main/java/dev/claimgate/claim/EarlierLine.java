package dev.claimgate.claim;

import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * A service line of a claim that was accepted before. Codes are packed text ({@link PackedText}), money is in
 * cents, dates are {@code yyyymmdd}.
 *
 * @param number           LX01
 * @param procedure        SV101-2; only lines that bill HCPCS codes on a known day are kept
 * @param modifiers        SV101-3 to SV101-6
 * @param place            SV105, else CLM05-1
 * @param unitsThousandths SV104 in thousandths of a unit; 0 where it counts minutes
 * @param providerNpi      who rendered it: 2420A, else 2310B, else 2010AA; 0 if no NPI was sent
 */
public record EarlierLine(int number, long procedure, List<Long> modifiers, int dateFrom, int dateTo, long place,
                          long chargeCents, long unitsThousandths, long providerNpi) {
    private static final long HCPCS = PackedText.pack("HC");
    private static final long UNITS = PackedText.pack("UN");

    public EarlierLine {
        modifiers = List.copyOf(modifiers);
    }

    /** Whether a line is kept. */
    public static boolean keeps(ServiceLine line) {
        return line.procedureQualifier() == HCPCS && line.procedure() != 0 && line.dateFrom() != 0;
    }

    /** Units of a line as they are kept. */
    public static long units(ServiceLine line) {
        return line.unitBasis() == UNITS ? line.unitsThousandths() : 0;
    }

    /** Place of a line as it is kept. */
    public static long place(Claim claim, ServiceLine line) {
        return line.placeOfService() == 0 ? claim.placeOfService() : line.placeOfService();
    }
}
