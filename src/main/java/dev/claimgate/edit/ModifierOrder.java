package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Modifiers stand in the order in which payers read them: those that change the price, those that tell why a service is paid,
 * those that inform. Advice, since a payer may read all four. 2400 SV101-3 to SV101-6; 277CA A8:453.
 */
final class ModifierOrder extends ClaimEdit {
    private static final List<ClaimStatus> WRONG_ORDER = Statuses.of("A8:453");
    private static final int RANK_BITS = 8;
    /** Modifiers, sorted. */
    private static final long[] MODIFIERS;
    /** First and last rank of each. */
    private static final int[] RANKS;

    static {
        Map<Long, Integer> ranks = new TreeMap<>();
        for (String[] row : CodingData.rows("modifier-order.csv")) {
            for (String modifier : row[2].split(" ")) {
                ranks.put(PackedText.pack(modifier), Integer.parseInt(row[0]) << RANK_BITS | Integer.parseInt(row[1]));
            }
        }
        MODIFIERS = ranks.keySet().stream().mapToLong(Long::longValue).toArray();
        RANKS = ranks.values().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String id() {
        return "modifier-order";
    }

    @Override
    public String explanation() {
        return "Modifiers that change the price stand first, then those that tell why a service is paid, then those that only"
                + " inform.";
    }

    @Override
    public String source() {
        return "modifier-order.csv, from what payers publish; 005010X222A1, 2400 SV101-3 to SV101-6";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG_ORDER);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
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
                checkLine(line, i, findings);
            }
        }
    }

    /** One finding a line: whoever puts it right sees all of them. */
    private static void checkLine(ServiceLine line, int index, ClaimFindings findings) {
        for (int m = 1; m < line.modifierCount(); m++) {
            for (int before = 0; before < m; before++) {
                if (first(line.modifier(before)) > last(line.modifier(m))) {
                    report(line, index, before, m, findings);
                    return;
                }
            }
        }
    }

    private static void report(ServiceLine line, int index, int before, int m, ClaimFindings findings) {
        String late = Shown.code(line.modifier(m));
        String early = Shown.code(line.modifier(before));
        findings.line(index, line.servicePosition(), ModifierCodes.element(m), WRONG_ORDER,
                "modifier " + late + " stands behind " + early, late + " before " + early);
        findings.suggest(index, "put modifier " + late + " before " + early,
                "some payers act on the first modifiers only, so that what decides about payment stands first",
                "nothing else than now: the order says nothing about the service");
    }

    private static int first(long modifier) {
        int at = Arrays.binarySearch(MODIFIERS, modifier);
        return at < 0 ? 0 : RANKS[at] >>> RANK_BITS;
    }

    private static int last(long modifier) {
        int at = Arrays.binarySearch(MODIFIERS, modifier);
        return at < 0 ? Integer.MAX_VALUE : RANKS[at] & (1 << RANK_BITS) - 1;
    }
}
