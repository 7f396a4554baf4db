package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.AddOnType;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;
import java.util.Set;

/**
 * An add-on line follows a line with one of its primaries: payers that work line by line have then seen the primary. 2400
 * SV101-2; 277CA A8:454.
 */
final class AddOnOrder extends ClaimEdit {
    private static final List<ClaimStatus> PRIMARY_BEHIND = Statuses.of("A8:454");

    @Override
    public String id() {
        return "add-on-order";
    }

    @Override
    public String explanation() {
        return "A line with an add-on code stands behind the line with its primary code.";
    }

    @Override
    public String source() {
        return "CMS add-on code edits; 005010X222A1, 2400 SV101-2";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(PRIMARY_BEHIND);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.SEVERAL_LINES);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount() - 1; i++) {
            ServiceLine line = claim.line(i);
            if (context.billsKnownCode(i) && context.code(i).addOn(line.dateFrom()) != AddOnType.NOT_AN_ADD_ON) {
                int primary = AddOnWithPrimary.primary(claim, i, context.tables());
                if (primary > i) {
                    report(line, i, claim.line(primary), primary, context, findings);
                }
            }
        }
    }

    private static void report(ServiceLine line, int i, ServiceLine primary, int j, EditContext context,
                               ClaimFindings findings) {
        String code = Shown.code(line.procedure());
        findings.line(i, line.servicePosition(), "SV101-2", PRIMARY_BEHIND,
                "the add-on " + code + " stands before its primary " + Shown.code(primary.procedure()) + " of line " + (j + 1),
                "the add-on behind its primary");
        findings.cite(context.tables().citations().addOn(context.code(i), line.dateFrom()));
        findings.suggest(i, "put line " + (i + 1) + " behind line " + (j + 1), code + " adds to what its primary bills",
                "nothing else than now: the order says nothing about the services");
    }
}
