package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.EarlierClaim;
import dev.claimgate.claim.EarlierLine;
import dev.claimgate.claim.ProviderNpi;
import dev.claimgate.claim.ServiceLine;

/** When claims and lines are the same. */
final class SameClaim {
    private SameClaim() {
    }

    /** The same billing provider, CLM01 and charge, and the same lines in the same order. */
    static boolean same(Claim claim, EarlierClaim earlier) {
        return claim.chargeCents() == earlier.chargeCents() && !earlier.lines().isEmpty()
                && claim.patientControlNumber().toString().equals(earlier.patientControlNumber())
                && ProviderNpi.of(claim.billingProvider()) == earlier.billingNpi() && sameLines(claim, earlier);
    }

    private static boolean sameLines(Claim claim, EarlierClaim earlier) {
        int same = 0;
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (EarlierLine.keeps(line)) {
                if (same == earlier.lines().size() || !sameLine(claim, line, earlier.lines().get(same))) {
                    return false;
                }
                same++;
            }
        }
        return same == earlier.lines().size();
    }

    private static boolean sameLine(Claim claim, ServiceLine line, EarlierLine earlier) {
        return line.chargeCents() == earlier.chargeCents() && ProviderNpi.of(claim, line) == earlier.providerNpi()
                && sameService(claim, line, earlier);
    }

    /** The same procedure with the same modifiers, as often, on the same days, in the same place. */
    static boolean sameService(Claim claim, ServiceLine line, EarlierLine earlier) {
        return line.procedure() == earlier.procedure() && line.dateFrom() == earlier.dateFrom()
                && line.dateTo() == earlier.dateTo() && EarlierLine.units(line) == earlier.unitsThousandths()
                && EarlierLine.place(claim, line) == earlier.place() && sameModifiers(line, earlier);
    }

    private static boolean sameModifiers(ServiceLine line, EarlierLine earlier) {
        for (int m = 0; m < line.modifierCount(); m++) {
            if (!earlier.modifiers().contains(line.modifier(m))) {
                return false;
            }
        }
        return line.modifierCount() == earlier.modifiers().size();
    }
}
