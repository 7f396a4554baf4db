package dev.claimgate.codes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds one {@link CodeTables} from rows in any order. Each method throws {@link IllegalArgumentException} for a row that
 * cannot be: an empty code, a period that ends before it starts or overlaps an earlier one of the same key. One thread.
 */
public final class CodeTablesBuilder implements CodeTableRows {
    private static final UnitsScope[] SCOPES = UnitsScope.values();
    private static final int SCOPE_BITS = 2;

    private final DatedTableBuilder procedures = new DatedTableBuilder();
    private final DatedTableBuilder unitsLimits = new DatedTableBuilder();
    private final Map<Long, AddOnSpan> addOnSpans = new HashMap<>();
    private final DatedTableBuilder primaries = new DatedTableBuilder();
    private final PairTableBuilder pairs = new PairTableBuilder();
    private final DatedTableBuilder modifiers = new DatedTableBuilder();
    private final DatedTableBuilder places = new DatedTableBuilder();
    private final DatedTableBuilder diagnoses = new DatedTableBuilder();
    private final DatedTableBuilder relativeValues = new DatedTableBuilder();
    private final CodeLists.Builder lists = new CodeLists.Builder();
    private final Map<Long, Procedure> procedureValues = new HashMap<>();
    private final List<TableSource> sources = new ArrayList<>();
    private long lastIndicators = -1;

    CodeTablesBuilder() {
    }

    @Override
    public void procedure(long code, int effective, int ended, Indicators indicators) {
        long packed = indicators.pack();
        if (packed != lastIndicators) {
            procedureValues.putIfAbsent(packed, new Procedure(CodeState.IN_FORCE, indicators));
            lastIndicators = packed;
        }
        procedures.add(code, effective, ended, packed);
    }

    @Override
    public void unitsLimit(long code, int effective, int ended, UnitsLimit limit) {
        unitsLimits.add(code, effective, ended, (long) limit.units() << SCOPE_BITS | limit.scope().ordinal());
    }

    @Override
    public void addOn(long addOn, long primary, int effective, int ended, AddOnType type) {
        AddOnSpan span = addOnSpans.get(addOn);
        if (span != null && span.type() != type) {
            throw new IllegalArgumentException("an earlier row gives the add-on another type");
        }
        if (primary != 0) {
            primaries.add(pairKey(addOn, primary), effective, ended, 1);
        }
        addOnSpans.put(addOn, span == null ? new AddOnSpan(type, effective, ended) : span.with(effective, ended));
    }

    @Override
    public void pair(long column1, long column2, int effective, int ended, PairRule rule) {
        pairs.add(column1, column2, effective, ended, rule);
    }

    @Override
    public void modifier(long code, int effective, int ended, boolean bypass) {
        modifiers.add(code, effective, ended, bypass ? 1 : 0);
    }

    @Override
    public void place(long code, int effective, int ended, boolean facility) {
        places.add(code, effective, ended, facility ? 1 : 0);
    }

    @Override
    public void diagnosis(long code, int effective, int ended, boolean billable) {
        diagnoses.add(code, effective, ended, billable ? 1 : 0);
    }

    @Override
    public void relativeValue(long code, int effective, int ended, RelativeValue value) {
        relativeValues.add(code, effective, ended, value.pack());
    }

    @Override
    public void taxonomy(String code, int effective, int ended) {
        lists.taxonomy(code, effective, ended);
    }

    @Override
    public void payerRule(String payerId, long code, int effective, int ended, PayerRule rule) {
        lists.payerRule(payerId, code, effective, ended, rule);
    }

    /** From where rows come; only told to people. */
    public CodeTablesBuilder source(TableSource source) {
        sources.add(source);
        return this;
    }

    List<TableSource> sources() {
        return sources;
    }

    public CodeTables build() {
        return new CodeTables(this);
    }

    private static long pairKey(long first, long second) {
        PairKey.require(first);
        PairKey.require(second);
        return PairKey.of(first, second);
    }

    CodeLists lists() {
        return lists.build();
    }

    /** Every code that a pair names has the number that it has there. */
    ProcedureCodes procedures() {
        ProcedureCodesBuilder codes = new ProcedureCodesBuilder();
        procedures.forEach((code, from, to, packed) -> codes.procedure(code, from, to, procedureValues.get(packed)));
        unitsLimits.forEach((code, from, to, packed) -> codes.unitsLimit(code, from, to,
                new UnitsLimit((int) (packed >>> SCOPE_BITS), SCOPES[(int) packed & (1 << SCOPE_BITS) - 1])));
        addOnSpans.forEach((code, span) -> codes.addOn(code, span.effective(), span.ended(), span.type()));
        codes.number(pairs.codes());
        relativeValues.forEach((code, from, to, packed) -> codes.name(code));
        return codes.build();
    }

    RelativeValues relativeValues(ProcedureCodes codes) {
        return new RelativeValues(codes, relativeValues);
    }

    DatedTable<Boolean> primaries() {
        return primaries.build(Boolean[]::new, packed -> Boolean.TRUE);
    }

    PairTable pairs() {
        return pairs.build();
    }

    int rows() {
        return procedures.size() + unitsLimits.size() + addOnSpans.size() + primaries.size() + pairs.size() + modifiers.size()
                + places.size() + diagnoses.size() + relativeValues.size();
    }

    DatedTable<Boolean> modifiers() {
        return modifiers.build(Boolean[]::new, packed -> packed == 1);
    }

    DatedTable<PlaceOfService> places() {
        return places.build(PlaceOfService[]::new,
                packed -> packed == 1 ? PlaceOfService.FACILITY : PlaceOfService.NON_FACILITY);
    }

    DatedTable<DiagnosisState> diagnoses() {
        return diagnoses.build(DiagnosisState[]::new,
                packed -> packed == 1 ? DiagnosisState.BILLABLE : DiagnosisState.HEADER);
    }

    /** From the first to the last day on which an add-on has any row: outside it is not judged. */
    private record AddOnSpan(AddOnType type, int effective, int ended) {
        AddOnSpan with(int from, int to) {
            return new AddOnSpan(type, Math.min(effective, from), Math.max(ended, to));
        }
    }
}
