package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * The same service twice on one day says by a modifier that it was repeated. It may be a slip of the keyboard or a true
 * repeat, so this warns. 2400 SV101; 277CA A8:453 + A8:454.
 */
final class RepeatedLines extends ClaimEdit {
    private static final List<ClaimStatus> TWICE = Statuses.of("A8:453", "A8:454");
    private static final long[] REPEATING = Stream.of("76", "77", "91", "59", "XE", "XP", "XS", "XU")
            .mapToLong(PackedText::pack).toArray();

    @Override
    public String id() {
        return "repeated-lines";
    }

    @Override
    public String explanation() {
        return "A line that repeats another one of the day (same procedure, modifiers, units, provider) carries 76, 77, 91, 59"
                + " or an X modifier.";
    }

    @Override
    public String source() {
        return "CMS claims processing manual, chapter 1, 120 (exact duplicates); 005010X222A1, 2400 SV101";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(TWICE);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 1; i < claim.lineCount(); i++) {
            int earlier = firstLike(claim, i);
            if (earlier < i && !repeats(claim.line(i))) {
                ServiceLine line = claim.line(i);
                findings.line(i, line.servicePosition(), "SV101", TWICE,
                        Shown.code(line.procedure()) + " repeats line " + (earlier + 1),
                        "once, or with a modifier that says it was done again");
                findings.suggest(i, "leave the line out", "it says nothing that line " + (earlier + 1) + " does not",
                        "the service was done once");
                findings.suggest(i, "add modifier 76, or 59 where it was another site", "either says that it is no duplicate",
                        "the service was done twice on that day");
            }
        }
    }

    /** The first line that is the same, the line itself if there is no other. */
    private static int firstLike(Claim claim, int i) {
        ServiceLine line = claim.line(i);
        for (int j = 0; j < i && Lines.billsHcpcs(line); j++) {
            ServiceLine other = claim.line(j);
            if (other.procedure() == line.procedure() && other.dateFrom() == line.dateFrom() && other.dateTo() == line.dateTo()
                    && other.unitsThousandths() == line.unitsThousandths() && sameModifiers(line, other)
                    && other.placeOfService() == line.placeOfService() && Lines.shareProvider(claim, line, other)) {
                return j;
            }
        }
        return i;
    }

    private static boolean sameModifiers(ServiceLine a, ServiceLine b) {
        for (int m = 0; m < a.modifierCount() && a.modifierCount() == b.modifierCount(); m++) {
            if (!b.hasModifier(a.modifier(m))) {
                return false;
            }
        }
        return a.modifierCount() == b.modifierCount();
    }

    static boolean repeats(ServiceLine line) {
        for (long modifier : REPEATING) {
            if (line.hasModifier(modifier)) {
                return true;
            }
        }
        return false;
    }
}
