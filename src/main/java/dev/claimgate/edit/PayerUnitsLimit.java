package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.Days;
import dev.claimgate.codes.PayerRule;
import dev.claimgate.codes.UnitsLimit;
import dev.claimgate.codes.UnitsScope;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;
import java.util.Set;

/**
 * Units of a day stay within what the payer's own list allows; a list that goes beyond the MUE does not lift that. 2400 SV104;
 * 277CA A7:476 + A7:258.
 */
final class PayerUnitsLimit extends ClaimEdit {
    private static final List<ClaimStatus> TOO_MANY = Statuses.of("A7:476", "A7:258");
    private static final long THOUSANDTHS = 1000;

    @Override
    public String id() {
        return "payer-units-limit";
    }

    @Override
    public String explanation() {
        return "No more units of a procedure are billed for a day than the payer's own list allows.";
    }

    @Override
    public String source() {
        return "the payer's own list, as imported (payer,code,effective,ended,covered,units); 005010X222A1, 2400 SV104";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(TOO_MANY);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.PAYER_LIST);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (context.billsKnownCode(i) && UnitsWithinLimit.counted(line)) {
                PayerRule rule = context.payerList().rule(line.procedure(), line.dateFrom());
                if (rule.unitsMax() != PayerRule.NO_LIMIT) {
                    checkLine(claim, i, rule, context, findings);
                }
            }
        }
    }

    /** What crosses the MUE of the day, too, is told there. */
    private static void checkLine(Claim claim, int i, PayerRule rule, EditContext context, ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        long most = rule.unitsMax() * THOUSANDTHS * Days.count(line.dateFrom(), line.dateTo());
        long before = UnitsWithinLimit.unitsBefore(claim, i);
        long units = before + line.unitsThousandths();
        UnitsLimit limit = context.code(i).unitsLimit(line.dateFrom());
        boolean stricter = !limit.limited() || limit.units() > rule.unitsMax() || limit.scope() == UnitsScope.LINE;
        if (stricter && units > most && before <= most) {
            findings.line(i, line.servicePosition(), "SV104", TOO_MANY,
                    Shown.code(line.procedure()) + " is billed with " + Shown.units(units) + " units"
                            + (before > 0 ? " over the lines of the day" : ""),
                    "at most " + Shown.units(most) + " on that day for " + context.payer());
            findings.cite(context.tables().citations().payerRule(context.payer(), rule, context.code(i), line.dateFrom()));
            UnitsSuggestions.add(claim, i, most, before, UnitsScope.DAY_BY_POLICY, findings);
        }
    }
}
