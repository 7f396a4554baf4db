package dev.claimgate.codes.cms;

import static dev.claimgate.codes.CodeTableRows.ALWAYS;
import static dev.claimgate.codes.CodeTableRows.NEVER;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * ICD-10-CM order file, {@code icd10cm_order_yyyy.txt}: lines of fixed width without heading. The first five digits are an
 * order number, not a code; the flag tells billable codes (1) from headers of finer codes (0).
 */
final class DiagnosisOrderLayout implements Layout {
    private static final Pattern LINE = Pattern.compile("\\d{5} [A-Z][0-9A-Z]{2,6} +[01] .*");

    @Override
    public String title() {
        return "ICD-10-CM order";
    }

    @Override
    public CodeKind kind() {
        return CodeKind.DIAGNOSES;
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.fixed("order number", 0, 5), Field.fixed("code", 6, 13), Field.fixed("flag", 14, 15));
    }

    @Override
    public Optional<Heading> match(TextRows.Form form, List<List<String>> first) {
        boolean ours = form == TextRows.Form.FIXED && !first.isEmpty() && LINE.matcher(first.get(0).get(0)).matches();
        return ours ? Optional.of(Heading.fixed(0)) : Optional.empty();
    }

    @Override
    public RowReader reader(CodeTableRows rows) {
        return cells -> {
            cells.number(0, 0, 99_999);
            long code = cells.code(1, 3, 7);
            boolean billable = cells.number(2, 0, 1) == 1;
            if (cells.sound()) {
                rows.diagnosis(code, ALWAYS, NEVER, billable);
            }
        };
    }

    @Override
    public Optional<Integer> effective(String fileName, List<List<String>> first) {
        return FiscalYear.in(fileName);
    }
}
