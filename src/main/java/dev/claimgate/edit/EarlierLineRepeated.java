package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * A service that an earlier claim bills says by a modifier that it was done again. It may be billed twice or true, so this
 * warns. 2400 SV101; 277CA A3:54 or A3:78, as with {@link DuplicateClaim}.
 */
final class EarlierLineRepeated extends HistoryEdit {
    @Override
    public String id() {
        return "earlier-line-repeated";
    }

    @Override
    public String explanation() {
        return "A line that repeats one of an earlier claim (same day, procedure, modifiers, units, place, provider) carries 76,"
                + " 77, 91, 59 or an X modifier.";
    }

    @Override
    public String source() {
        return "CMS claims processing manual, chapter 1, 120 (exact duplicates); 005010X222A1, 2400 SV101";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(DuplicateClaim.PROCESSED, DuplicateClaim.IN_FLIGHT);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (Lines.billsHcpcs(line) && !RepeatedLines.repeats(line)) {
                int index = i;
                context.earlier().ofProvider(claim, line).stream()
                        .filter(service -> SameClaim.sameService(claim, line, service.line())).findFirst()
                        .ifPresent(service -> report(line, index, service, findings));
            }
        }
    }

    private static void report(ServiceLine line, int index, EarlierServices.Service service, ClaimFindings findings) {
        findings.line(index, line.servicePosition(), "SV101",
                service.claim().processed() ? DuplicateClaim.PROCESSED : DuplicateClaim.IN_FLIGHT,
                Shown.code(line.procedure()) + " repeats " + service.shown(),
                "once, or with a modifier that says it was done again");
        findings.suggest(index, "leave the line out", "an earlier claim bills it", "the service was done once");
        findings.suggest(index, "add modifier 76, or 59 where it was another site", "either says that it is no duplicate",
                "the service was done twice on that day");
    }
}
