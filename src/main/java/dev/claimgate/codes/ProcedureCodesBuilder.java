package dev.claimgate.codes;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Brings what the tables say of each procedure code together. */
final class ProcedureCodesBuilder {
    private final Map<Long, Rows> codes = new TreeMap<>();
    /** Each chain of periods once. */
    private final Map<Period<?>, Period<?>> chains = new HashMap<>();
    private int paired;

    private static final class Rows {
        private int number = ProcedureCode.UNPAIRED;
        private Period<Procedure> procedures;
        private Period<UnitsLimit> unitsLimits;
        private Period<AddOnType> addOns;
    }

    /** Keeps a code although nothing else may be known of it. */
    void name(long code) {
        rows(code);
    }

    /** Gives the codes that pairs name their places as numbers, once; all others get the numbers behind them. */
    void number(long[] numbered) {
        paired = numbered.length;
        for (int number = 0; number < numbered.length; number++) {
            rows(numbered[number]).number = number;
        }
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
        int next = 0;
        int unpaired = paired;
        for (Map.Entry<Long, Rows> code : codes.entrySet()) {
            Rows rows = code.getValue();
            int number = rows.number == ProcedureCode.UNPAIRED ? unpaired++ : rows.number;
            built[next++] = new ProcedureCode(code.getKey(), number, rows.procedures, rows.unitsLimits, rows.addOns);
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
