package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.codes.Days;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/**
 * A claim is sent once. The same claim is of the same sender, patient and payer and has the same billing provider, CLM01,
 * charge and lines. One that replaces or voids another is none. 2300 CLM; 277CA A3:54 when the payer has paid or denied the
 * earlier one, A3:78 as long as he has not.
 */
final class DuplicateClaim extends HistoryEdit {
    static final List<ClaimStatus> PROCESSED = Statuses.of("A3:54");
    static final List<ClaimStatus> IN_FLIGHT = Statuses.of("A3:78");

    @Override
    public String id() {
        return "duplicate-claim";
    }

    @Override
    public String explanation() {
        return "A claim is not the same as one that was accepted before: billing provider, CLM01, charge and lines.";
    }

    @Override
    public String source() {
        return "CMS claims processing manual, chapter 1, 120 (exact duplicates); history.duplicateDays";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(PROCESSED, IN_FLIGHT);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        context.earlier().duplicate().ifPresent(earlier -> {
            findings.claim("2300", claim.position(), "CLM01", earlier.processed() ? PROCESSED : IN_FLIGHT,
                    "the claim is the same as one received on " + Days.text(earlier.receivedOn()),
                    "each claim once; a change as frequency 7, a withdrawal as 8 in CLM05-3");
            findings.suggest("send nothing, and ask for the status of the claim sent before",
                    "it was accepted and is on its way, or done", "nothing was changed since");
        });
    }
}
