package dev.claimgate.codes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The service days on which a part of the code tables is in force.
 *
 * @param part  id of the part
 * @param owner the payer of a payer's own list, else empty
 * @param from  first service day
 * @param to    last service day
 */
public record PartPeriod(long part, CodeKind kind, String owner, int from, int to) {
    /** By kind, owner and first day. */
    public static final Comparator<PartPeriod> ORDER =
            Comparator.comparing(PartPeriod::kind).thenComparing(PartPeriod::owner).thenComparing(PartPeriod::from);

    /**
     * What is in force once a part is added. From its effective day on it takes the place of those of its kind, until a later
     * one of its kind begins; one that is effective {@link CodeTableRows#ALWAYS} takes the place of them all.
     */
    public static List<PartPeriod> with(List<PartPeriod> before, long part, CodeKind kind, String owner, int effective) {
        List<PartPeriod> after = new ArrayList<>();
        int to = CodeTableRows.NEVER;
        for (PartPeriod each : before) {
            if (each.kind != kind || !each.owner.equals(owner)) {
                after.add(each);
            } else if (effective != CodeTableRows.ALWAYS && each.from > effective) {
                after.add(each);
                to = Math.min(to, dayBefore(each.from));
            } else if (each.from < effective) {
                after.add(new PartPeriod(each.part, kind, owner, each.from, Math.min(each.to, dayBefore(effective))));
            }
        }
        after.add(new PartPeriod(part, kind, owner, effective, to));
        after.sort(ORDER);
        return after;
    }

    private static int dayBefore(int day) {
        return Days.of(LocalDate.of(day / 10_000, day / 100 % 100, day % 100).minusDays(1));
    }
}
