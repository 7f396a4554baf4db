package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;
import java.util.Set;

/** A line control number stands for one line of its claim: answers come back with it. 2400 REF*6R; 277CA A7:584. */
final class LineControlNumbers extends ClaimEdit {
    private static final List<ClaimStatus> REPEATED = Statuses.of("A7:584");

    @Override
    public String id() {
        return "line-control-number";
    }

    @Override
    public String explanation() {
        return "No two service lines of a claim have the same line control number.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2400 REF*6R";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(REPEATED);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.SEVERAL_LINES);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 1; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (!line.controlNumber().isEmpty() && repeats(claim, i)) {
                findings.line(i, line.controlNumberPosition(), "REF02", REPEATED,
                        line.controlNumber() + " names an earlier line of the claim", "a number of its own for each line");
            }
        }
    }

    private static boolean repeats(Claim claim, int index) {
        for (int i = 0; i < index; i++) {
            if (claim.line(i).controlNumber().contentEquals(claim.line(index).controlNumber())) {
                return true;
            }
        }
        return false;
    }
}
