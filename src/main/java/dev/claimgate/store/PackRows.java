package dev.claimgate.store;

import dev.claimgate.codes.AddOnType;
import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.Indicators;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.RelativeValue;
import dev.claimgate.codes.UnitsLimit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Sorts the rows of the built-in pack into parts by kind, so that an import replaces the part of its kind only. */
final class PackRows implements CodeTableRows {
    static final List<CodeKind> KINDS = List.of(CodeKind.PAIRS, CodeKind.UNITS, CodeKind.ADD_ONS, CodeKind.FEE_SCHEDULE,
            CodeKind.HCPCS, CodeKind.MODIFIERS, CodeKind.DIAGNOSES, CodeKind.PLACES);
    private static final char OFF_SCHEDULE = '-';

    private final CodeCopy copy;
    private final Map<CodeKind, Long> parts;
    private final Map<CodeKind, Integer> counts = new EnumMap<>(CodeKind.class);

    PackRows(CodeCopy copy, Map<CodeKind, Long> parts) {
        this.copy = copy;
        this.parts = parts;
    }

    int count(CodeKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    private CodeCopy to(CodeKind kind) {
        counts.merge(kind, 1, Integer::sum);
        return copy.to(parts.get(kind));
    }

    @Override
    public void procedure(long code, int effective, int ended, Indicators indicators) {
        to(indicators.status() == OFF_SCHEDULE ? CodeKind.HCPCS : CodeKind.FEE_SCHEDULE)
                .procedure(code, effective, ended, indicators);
    }

    /** Belongs to its procedure and is not counted. */
    @Override
    public void relativeValue(long code, int effective, int ended, RelativeValue value) {
        copy.to(parts.get(CodeKind.FEE_SCHEDULE)).relativeValue(code, effective, ended, value);
    }

    @Override
    public void unitsLimit(long code, int effective, int ended, UnitsLimit limit) {
        to(CodeKind.UNITS).unitsLimit(code, effective, ended, limit);
    }

    @Override
    public void addOn(long addOn, long primary, int effective, int ended, AddOnType type) {
        to(CodeKind.ADD_ONS).addOn(addOn, primary, effective, ended, type);
    }

    @Override
    public void pair(long column1, long column2, int effective, int ended, PairRule rule) {
        to(CodeKind.PAIRS).pair(column1, column2, effective, ended, rule);
    }

    @Override
    public void modifier(long code, int effective, int ended, boolean bypass) {
        to(CodeKind.MODIFIERS).modifier(code, effective, ended, bypass);
    }

    @Override
    public void place(long code, int effective, int ended, boolean facility) {
        to(CodeKind.PLACES).place(code, effective, ended, facility);
    }

    @Override
    public void diagnosis(long code, int effective, int ended, boolean billable) {
        to(CodeKind.DIAGNOSES).diagnosis(code, effective, ended, billable);
    }
}
