package dev.claimgate.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts lines and modifiers in the order in which a practice sends them: visit, then by relative value, add-ons behind. */
final class LineOrder {
    private static final List<String> FIRST_MODIFIERS = List.of("26", "25", "57", "59", "XS", "XU");

    private LineOrder() {
    }

    static void sort(List<SampleLine> lines, boolean hospital) {
        List<SampleLine> alone = new ArrayList<>(lines.stream().filter(line -> line.primaries.isEmpty()).toList());
        List<SampleLine> addOns = new ArrayList<>(lines.stream().filter(line -> !line.primaries.isEmpty()).toList());
        alone.sort(Comparator.comparing((SampleLine line) -> !line.evaluation)
                .thenComparing(line -> hospital ? -line.rank.hospital() : -line.rank.office()));
        lines.clear();
        for (SampleLine line : alone) {
            lines.add(line);
            addOns.stream().filter(addOn -> addOn.primaries.contains(line.code)).forEach(lines::add);
            addOns.removeIf(addOn -> addOn.primaries.contains(line.code));
        }
        lines.addAll(addOns);
        lines.forEach(line -> line.modifiers.sort(Comparator.comparing(LineOrder::rank)));
    }

    private static int rank(String modifier) {
        int at = FIRST_MODIFIERS.indexOf(modifier);
        return at < 0 ? FIRST_MODIFIERS.size() : at;
    }
}
