package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.PayerRule;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;
import java.util.Set;

/**
 * A procedure is none that the payer's own list has as not covered. A claim may be sent for the sake of the denial, which another
 * payer asks for, so this warns. 2400 SV101-2; 277CA A8:454.
 */
final class PayerCovers extends ClaimEdit {
    private static final List<ClaimStatus> NOT_COVERED = Statuses.of("A8:454");

    @Override
    public String id() {
        return "payer-covers";
    }

    @Override
    public String explanation() {
        return "A procedure is none that the payer's own list has as not covered on the day of service.";
    }

    @Override
    public String source() {
        return "the payer's own list, as imported (payer,code,effective,ended,covered,units); 005010X222A1, 2400 SV101-2";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NOT_COVERED);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.PAYER_LIST);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            PayerRule rule = context.billsKnownCode(i) ? context.payerList().rule(line.procedure(), line.dateFrom())
                    : PayerRule.UNLISTED;
            if (!rule.covered()) {
                findings.line(i, line.servicePosition(), "SV101-2", NOT_COVERED,
                        Shown.code(line.procedure()) + " is not covered by " + context.payer(),
                        "a procedure that this payer covers");
                findings.cite(context.tables().citations().payerRule(context.payer(), rule, context.code(i),
                        line.dateFrom()));
            }
        }
    }
}
