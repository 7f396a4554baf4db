package dev.claimgate.codes;

import dev.claimgate.x12.PackedText;
import java.math.BigDecimal;
import java.util.List;

/**
 * Tells which release and which row of it says what a finding rests on, in words. Made for findings: a clean claim asks
 * nothing here. Codes are packed text, days {@code yyyymmdd}.
 */
public final class Citations {
    private final List<TableSource> sources;
    private final PairTable pairs;
    private final DatedTable<DiagnosisState> diagnoses;
    private final RelativeValues relativeValues;

    Citations(List<TableSource> sources, PairTable pairs, DatedTable<DiagnosisState> diagnoses, RelativeValues relativeValues) {
        this.relativeValues = relativeValues;
        this.sources = List.copyOf(sources);
        this.pairs = pairs;
        this.diagnoses = diagnoses;
    }

    /** The file that a kind of code is looked up in on a day, where the finding is that it holds no row. */
    public String list(CodeKind kind, int day) {
        return list(kind, "", day);
    }

    private String list(CodeKind kind, String owner, int day) {
        return sources.stream().filter(source -> source.kind() == kind && source.owner().equals(owner))
                .filter(source -> source.from() <= day && day <= source.to())
                .findFirst().map(TableSource::toString).orElse(kind.title());
    }

    /** The row of a pair; the file alone if it holds none. */
    public String pair(ProcedureCode column1, ProcedureCode column2, int day) {
        int entry = pairs.entry(column1, column2, day);
        String file = list(CodeKind.PAIRS, day);
        return entry < 0 ? file : file + ": " + text(column1.code()) + "/" + text(column2.code()) + " modifier indicator "
                + (pairs.rule(entry) == PairRule.NOT_ALLOWED ? 0 : 1) + period(pairs.effective(entry), pairs.ended(entry));
    }

    /** The row of a units limit. */
    public String unitsLimit(ProcedureCode code, int day) {
        Period<UnitsLimit> row = Period.find(code.unitsLimits(), day);
        String file = list(CodeKind.UNITS, day);
        return row == null ? file : file + ": " + text(code.code()) + " at most " + row.value().units()
                + ", adjudication indicator " + row.value().scope().indicator() + period(row.effective(), row.ended());
    }

    /** The row of a procedure, with the indicators that are asked about: {@code global 010}. */
    public String procedure(ProcedureCode code, int day, String indicators) {
        Period<Procedure> row = Period.find(code.procedures(), day);
        boolean scheduled = row != null && row.value().indicators().status() != Indicators.NONE.status();
        String file = list(row == null || scheduled ? CodeKind.FEE_SCHEDULE : CodeKind.HCPCS, day);
        return row == null ? file : file + ": " + text(code.code()) + " " + indicators + period(row.effective(), row.ended());
    }

    /** The relative value of a procedure in a setting; the file alone if it has none. */
    public String relativeValue(ProcedureCode code, int day, PlaceOfService place) {
        int value = relativeValues.in(code, day, place);
        String file = list(CodeKind.FEE_SCHEDULE, day);
        return value == 0 ? file : file + ": " + text(code.code()) + (place == PlaceOfService.FACILITY ? " facility total "
                : " non-facility total ") + BigDecimal.valueOf(value, 2);
    }

    /** The row of a payer's own list. */
    public String payerRule(String payerId, PayerRule rule, ProcedureCode code, int day) {
        return list(CodeKind.PAYER_LIST, payerId, day) + ": " + text(code.code()) + (rule.covered() ? " covered" : " not covered")
                + (rule.unitsMax() == PayerRule.NO_LIMIT ? "" : ", at most " + rule.unitsMax() + " a day");
    }

    /** The rows of an add-on. */
    public String addOn(ProcedureCode code, int day) {
        Period<AddOnType> row = Period.find(code.addOns(), day);
        String file = list(CodeKind.ADD_ONS, day);
        return row == null ? file : file + ": " + text(code.code()) + " type " + row.value().ordinal()
                + period(row.effective(), row.ended());
    }

    /** The row of a diagnosis. */
    public String diagnosis(long code, int day) {
        int entry = diagnoses.find(code, day);
        String file = list(CodeKind.DIAGNOSES, day);
        return entry < 0 ? file : file + ": " + text(code)
                + (diagnoses.value(entry) == DiagnosisState.HEADER ? " valid-for-claims flag 0" : " valid-for-claims flag 1");
    }

    private static String text(long code) {
        return PackedText.unpack(code);
    }

    private static String period(int effective, int ended) {
        String from = effective == CodeTableRows.ALWAYS ? "" : ", from " + Days.text(effective);
        return ended == CodeTableRows.NEVER ? from : from + ", to " + Days.text(ended);
    }
}
