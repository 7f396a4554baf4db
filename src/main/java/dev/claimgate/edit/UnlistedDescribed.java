package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/**
 * A code for services that have none tells nothing: words must. 2400 SV101-7, NTE of 2400 or 2300; 277CA A8:306.
 */
final class UnlistedDescribed extends ClaimEdit {
    private static final List<ClaimStatus> NO_DESCRIPTION = Statuses.of("A8:306");

    @Override
    public String id() {
        return "unlisted-described";
    }

    @Override
    public String explanation() {
        return "A service that is billed with an unlisted procedure code is described in words.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2400 SV101-7, 2400 NTE and 2300 NTE";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_DESCRIPTION);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        if (claim.hasNote()) {
            return;
        }
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.description().isEmpty() && !line.hasNote() && Lines.billsHcpcs(line)
                    && UnlistedCodes.contains(line.procedure())) {
                findings.line(i, line.servicePosition(), "SV101-7", NO_DESCRIPTION,
                        Shown.code(line.procedure()) + " is an unlisted code and stands without description",
                        "the service in words, in SV101-7 or a note (NTE)");
            }
        }
    }
}
