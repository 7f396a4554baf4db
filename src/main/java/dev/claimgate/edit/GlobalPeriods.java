package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.EarlierLine;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.x12.PackedText;
import java.util.Optional;
import java.util.stream.Stream;

/** Global periods that operations of earlier claims opened. CMS claims processing manual, chapter 12, 40.1 and 40.2. */
final class GlobalPeriods {
    private static final int MINOR_DAYS = 10;
    private static final int MAJOR_DAYS = 90;
    /** Only a part of the care, help to another surgeon, or a return that opens no period of its own. */
    private static final long[] OPENING_NONE = pack("54 55 56 78 80 81 82 AS");

    private GlobalPeriods() {
    }

    static long[] pack(String modifiers) {
        return Stream.of(modifiers.split(" ")).mapToLong(PackedText::pack).toArray();
    }

    /** That of the procedure on its day. */
    static GlobalPeriod of(EarlierLine line, CodeTables tables) {
        return tables.procedure(line.procedure(), line.dateFrom()).indicators().global();
    }

    /** The row of the fee schedule that gives it. */
    static String row(EarlierLine line, CodeTables tables) {
        return tables.citations().procedure(tables.procedure(line.procedure()), line.dateFrom(),
                "global " + of(line, tables).code());
    }

    /** Days after the operation that belong to it. */
    static int days(GlobalPeriod global) {
        return global == GlobalPeriod.DAYS_10 ? MINOR_DAYS : global == GlobalPeriod.DAYS_90 ? MAJOR_DAYS : 0;
    }

    /** The last operation of the same provider in whose period the line lies, from the day after it on. */
    static Optional<EarlierServices.Service> around(Claim claim, ServiceLine line, EditContext context) {
        return context.earlier().ofProvider(claim, line).stream()
                .filter(service -> isAround(service, line, context.tables())).reduce((first, second) -> second);
    }

    private static boolean isAround(EarlierServices.Service service, ServiceLine line, CodeTables tables) {
        int after = service.daysBefore(line);
        return after > 0 && after <= MAJOR_DAYS && after <= days(of(service.line(), tables)) && !service.hasAny(OPENING_NONE);
    }

    static boolean hasAny(ServiceLine line, long[] modifiers) {
        for (long modifier : modifiers) {
            if (line.hasModifier(modifier)) {
                return true;
            }
        }
        return false;
    }
}
