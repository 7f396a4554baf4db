package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Modifiers that exclude each other do not share a line. 2400 SV101-3 to SV101-6; 277CA A8:453. */
final class ModifierConflicts extends ClaimEdit {
    private static final List<ClaimStatus> CONFLICT = Statuses.of("A8:453");
    private static final Group[] GROUPS = CodingData.rows("modifier-conflicts.txt", " \\| ").stream()
            .map(row -> new Group(row[0], row[1], row[2], row[3])).toArray(Group[]::new);

    /** Of each group a line carries one at most; the rest is what to change where it carries more. */
    private record Group(long[] members, String change, String reason, String recordMustShow) {
        Group(String members, String change, String reason, String recordMustShow) {
            this(Stream.of(members.split(" ")).mapToLong(PackedText::pack).toArray(), change, reason, recordMustShow);
        }
    }

    @Override
    public String id() {
        return "modifier-conflicts";
    }

    @Override
    public String explanation() {
        return "A line does not carry modifiers that exclude each other, such as left with right or bilateral, 26 with TC, two"
                + " of 59 and X{EPSU}, 59 with 91, GZ with GA or GY.";
    }

    @Override
    public String source() {
        return "modifier-conflicts.txt, from CMS claims processing manual, chapters 12 and 30; NCCI policy manual, chapter 1;"
                + " 005010X222A1, 2400 SV101";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(CONFLICT);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.MODIFIERS);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.modifierCount() > 1 && context.billsKnownCode(i)) {
                for (int g = 0; g < GROUPS.length; g++) {
                    checkGroup(line, i, GROUPS[g], findings);
                }
            }
        }
    }

    private static void checkGroup(ServiceLine line, int index, Group group, ClaimFindings findings) {
        int first = -1;
        for (int m = 0; m < line.modifierCount(); m++) {
            if (!contains(group.members(), line.modifier(m)) || ModifierCodes.repeats(line, m)) {
                continue;
            }
            if (first >= 0) {
                findings.line(index, line.servicePosition(), ModifierCodes.element(m), CONFLICT,
                        "modifiers " + Shown.code(line.modifier(first)) + " and " + Shown.code(line.modifier(m))
                                + " stand on one line",
                        "one of the two");
                findings.suggest(index, group.change(), group.reason(), group.recordMustShow());
                return;
            }
            first = m;
        }
    }

    private static boolean contains(long[] group, long modifier) {
        for (long member : group) {
            if (member == modifier) {
                return true;
            }
        }
        return false;
    }
}
