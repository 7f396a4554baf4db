package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.Days;
import dev.claimgate.codes.UnitsLimit;
import dev.claimgate.codes.UnitsScope;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * Units stay within the MUE: of the line, or of all lines of the day by the same provider, as the adjudication indicator
 * says. A line over several days may bill the limit for each. A limit of 0 is the matter of {@link UnitsLimitZero}. 2400
 * SV104; 277CA A7:476 + A7:258.
 */
final class UnitsWithinLimit extends ClaimEdit {
    private static final List<ClaimStatus> TOO_MANY = Statuses.of("A7:476", "A7:258");
    private static final long UNITS = PackedText.pack("UN");
    private static final long THOUSANDTHS = 1000;

    @Override
    public String id() {
        return "units-limit";
    }

    @Override
    public String explanation() {
        return "No more units of a procedure are billed for a day than CMS holds for possible.";
    }

    @Override
    public String source() {
        return "CMS medically unlikely edits, practitioner services; 005010X222A1, 2400 SV104";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(TOO_MANY);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (context.billsKnownCode(i) && counted(line)) {
                UnitsLimit limit = context.code(i).unitsLimit(line.dateFrom());
                if (limit.limited() && limit.units() > 0) {
                    checkLine(claim, i, limit, context, findings);
                }
            }
        }
    }

    /** The line that crosses the limit of the day is reported, not those before or after it. */
    private static void checkLine(Claim claim, int i, UnitsLimit limit, EditContext context,
                                  ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        long most = limit.units() * THOUSANDTHS * Days.count(line.dateFrom(), line.dateTo());
        long before = limit.scope() == UnitsScope.LINE ? 0 : unitsBefore(claim, i);
        long units = before + line.unitsThousandths();
        if (units > most && before <= most) {
            findings.line(i, line.servicePosition(), "SV104", TOO_MANY,
                    Shown.code(line.procedure()) + " is billed with " + Shown.units(units) + " units"
                            + (before > 0 ? " over the lines of the day" : ""),
                    "at most " + Shown.units(most)
                            + (limit.scope() == UnitsScope.LINE ? " on a line" : " on that day by one provider"));
            findings.cite(context.tables().citations().unitsLimit(context.code(i), line.dateFrom()));
            UnitsSuggestions.add(claim, i, most, before, limit.scope(), findings);
        }
    }

    static long unitsBefore(Claim claim, int i) {
        ServiceLine line = claim.line(i);
        long units = 0;
        for (int j = 0; j < i; j++) {
            ServiceLine other = claim.line(j);
            if (other.procedure() == line.procedure() && other.procedureQualifier() == line.procedureQualifier()
                    && other.dateFrom() == line.dateFrom() && other.dateTo() == line.dateTo() && counted(other)
                    && Lines.shareProvider(claim, line, other)) {
                units += other.unitsThousandths();
            }
        }
        return units;
    }

    static boolean counted(ServiceLine line) {
        return line.unitBasis() == UNITS && line.unitsThousandths() > 0 && line.dateTo() >= line.dateFrom()
                && Days.valid(line.dateFrom()) && Days.valid(line.dateTo());
    }
}
