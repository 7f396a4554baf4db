package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Party;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.x12.PackedText;
import dev.claimgate.x12.Text;

/** Questions that several edits ask of service lines. */
final class Lines {
    private static final long HCPCS = PackedText.pack("HC");

    private Lines() {
    }

    /** Whether the line bills a CPT or HCPCS code on a known day: others are not judged by these tables. */
    static boolean billsHcpcs(ServiceLine line) {
        return line.procedureQualifier() == HCPCS && line.procedure() != 0 && line.dateFrom() != 0;
    }

    /** Whether the two lines share a day. */
    static boolean shareDay(ServiceLine a, ServiceLine b) {
        return a.dateFrom() <= b.dateTo() && b.dateFrom() <= a.dateTo();
    }

    /** Whether the two lines were rendered by the same provider: 2420A, else 2310B, else 2010AA. */
    static boolean shareProvider(Claim claim, ServiceLine a, ServiceLine b) {
        if (!a.rendering().present() && !b.rendering().present()) {
            return true;
        }
        return providerId(claim, a).contentEquals(providerId(claim, b));
    }

    private static Text providerId(Claim claim, ServiceLine line) {
        Party claimProvider = claim.rendering().present() ? claim.rendering() : claim.billingProvider();
        return line.rendering().present() ? line.rendering().id() : claimProvider.id();
    }
}
