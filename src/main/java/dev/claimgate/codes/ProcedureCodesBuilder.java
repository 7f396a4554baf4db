package dev.claimgate.codes;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Brings what the tables say of each procedure code together, and numbers the codes in their order. */
final class ProcedureCodesBuilder {
    private final Map<Long, Rows> codes = new TreeMap<>();
    /** Each chain of periods once. */
    private final Map<Period<?>, Period<?>> chains = new HashMap<>();

    private static final class Rows {
        private Period<Procedure> procedures;
        private Period<UnitsLimit> unitsLimits;
        private Period<AddOnType> addOns;
    }

    /** Gives a code a number although nothing else may be known of it. */
    void name(long code) {
        rows(code);
    }

    void procedure(long code, int effective, int ended, Procedure procedure) {
        Rows rows = rows(code);
        rows.procedures = shared(new Period<>(effective, ended, procedure, rows.procedures));
    }

    void unitsLimit(long code, int effective, int ended, UnitsLimit limit) {
        Rows rows = rows(code);
        rows.unitsLimits = shared(new Period<>(effective, ended, limit, rows.unitsLimits));
    }

    void addOn(long code, int effective, int ended, AddOnType type) {
        Rows rows = rows(code);
        rows.addOns = shared(new Period<>(effective, ended, type, rows.addOns));
    }

    ProcedureCodes build() {
        ProcedureCode[] built = new ProcedureCode[codes.size()];
        int number = 0;
        for (Map.Entry<Long, Rows> code : codes.entrySet()) {
            Rows rows = code.getValue();
            built[number] = new ProcedureCode(code.getKey(), number, rows.procedures, rows.unitsLimits, rows.addOns);
            number++;
        }
        return new ProcedureCodes(built);
    }

    private Rows rows(long code) {
        return codes.computeIfAbsent(code, first -> new Rows());
    }

    /** The map holds every chain under itself, so that the type is the same. */
    @SuppressWarnings("unchecked")
    private <V> Period<V> shared(Period<V> chain) {
        Period<?> known = chains.putIfAbsent(chain, chain);
        return known == null ? chain : (Period<V>) known;
    }
}
