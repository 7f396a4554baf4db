package dev.claimgate.store;

import dev.claimgate.codes.CodeTableRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins modifiers: those of an imported HCPCS file exist on its days; all others, such as those of CPT, stand as they are. */
final class ModifierMerge {
    private final Map<Long, List<Row>> others = new HashMap<>();
    private final Map<Long, List<Row>> official = new HashMap<>();

    private record Row(int effective, int ended, boolean liftsPairs) {
    }

    void add(long code, int effective, int ended, boolean liftsPairs, boolean fromHcpcs) {
        (fromHcpcs ? official : others).computeIfAbsent(code, first -> new ArrayList<>(1))
                .add(new Row(effective, ended, liftsPairs));
    }

    void writeTo(CodeTableRows rows) {
        others.forEach((code, all) -> {
            if (!official.containsKey(code)) {
                all.forEach(row -> rows.modifier(code, row.effective, row.ended, row.liftsPairs));
            }
        });
        official.forEach((code, all) -> all.forEach(row -> rows.modifier(code, row.effective, row.ended, row.liftsPairs)));
    }
}
