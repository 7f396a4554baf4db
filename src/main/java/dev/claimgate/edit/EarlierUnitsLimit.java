package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.Days;
import dev.claimgate.codes.UnitsLimit;
import dev.claimgate.codes.UnitsScope;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/**
 * Units of a day stay within the MUE together with those that earlier claims bill for the same provider, where the adjudication
 * indicator counts by day. 2400 SV104; 277CA A7:476 + A7:258.
 */
final class EarlierUnitsLimit extends HistoryEdit {
    private static final List<ClaimStatus> TOO_MANY = Statuses.of("A7:476", "A7:258");
    private static final long THOUSANDTHS = 1000;

    @Override
    public String id() {
        return "earlier-units-limit";
    }

    @Override
    public String explanation() {
        return "No more units of a procedure are billed for a day than CMS holds for possible, those of earlier claims included.";
    }

    @Override
    public String source() {
        return "CMS medically unlikely edits, practitioner services, by day; 005010X222A1, 2400 SV104";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(TOO_MANY);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (context.billsKnownCode(i) && UnitsWithinLimit.counted(line)) {
                UnitsLimit limit = context.code(i).unitsLimit(line.dateFrom());
                if (limit.limited() && limit.units() > 0 && limit.scope() != UnitsScope.LINE) {
                    checkLine(claim, i, limit, context, findings);
                }
            }
        }
    }

    /** What crosses the limit without earlier claims is the matter of {@link UnitsWithinLimit}. */
    private static void checkLine(Claim claim, int i, UnitsLimit limit, EditContext context, ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        long earlier = context.earlier().ofProvider(claim, line).stream()
                .filter(service -> service.line().procedure() == line.procedure()
                        && service.line().dateFrom() == line.dateFrom() && service.line().dateTo() == line.dateTo())
                .mapToLong(service -> service.line().unitsThousandths()).sum();
        long most = limit.units() * THOUSANDTHS * Days.count(line.dateFrom(), line.dateTo());
        long before = UnitsWithinLimit.unitsBefore(claim, i);
        long here = before + line.unitsThousandths();
        boolean crosses = earlier + here > most && (before == 0 || earlier + before <= most);
        if (earlier > 0 && here <= most && crosses) {
            report(line, i, earlier, earlier + here, most, context, findings);
        }
    }

    private static void report(ServiceLine line, int index, long earlier, long all, long most, EditContext context,
                               ClaimFindings findings) {
        findings.line(index, line.servicePosition(), "SV104", TOO_MANY,
                Shown.code(line.procedure()) + " is billed with " + Shown.units(all) + " units, " + Shown.units(earlier)
                        + " of them on earlier claims of the day",
                "at most " + Shown.units(most) + " on that day by one provider");
        findings.cite(context.tables().citations().unitsLimit(context.code(index), line.dateFrom()));
        if (earlier < most) {
            findings.suggest(index, "cut the units to " + Shown.units(most - earlier), "the limit counts all units of the day",
                    "no more was done; the number sent was a slip");
        } else {
            findings.suggest(index, "leave the line out", "earlier claims of the day reach the limit",
                    "the service of this line is already billed there");
        }
    }
}
