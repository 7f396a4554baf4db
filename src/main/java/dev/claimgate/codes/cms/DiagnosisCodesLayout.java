package dev.claimgate.codes.cms;

import static dev.claimgate.codes.CodeTableRows.ALWAYS;
import static dev.claimgate.codes.CodeTableRows.NEVER;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.x12.PackedText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * ICD-10-CM code file, {@code icd10cm_codes_yyyy.txt}: billable codes only, one a line, perhaps with their wording behind.
 * Headers are their proper beginnings of three characters or more.
 */
final class DiagnosisCodesLayout implements Layout {
    private static final Pattern LINE = Pattern.compile("[A-Z][0-9][0-9A-Z]{1,5}( .*)?");
    private static final int HEADER_LENGTH_MIN = 3;

    @Override
    public String title() {
        return "ICD-10-CM codes";
    }

    @Override
    public CodeKind kind() {
        return CodeKind.DIAGNOSES;
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.fixed("code", 0, 7));
    }

    @Override
    public Optional<Heading> match(TextRows.Form form, List<List<String>> first) {
        boolean ours = form == TextRows.Form.FIXED && !first.isEmpty()
                && first.stream().limit(3).allMatch(line -> LINE.matcher(line.get(0)).matches());
        return ours ? Optional.of(Heading.fixed(0)) : Optional.empty();
    }

    @Override
    public RowReader reader(CodeTableRows rows) {
        Set<String> headers = new HashSet<>();
        return cells -> {
            long code = cells.code(0, 3, 7);
            if (cells.sound()) {
                rows.diagnosis(code, ALWAYS, NEVER, true);
                String text = cells.text(0);
                for (int length = HEADER_LENGTH_MIN; length < text.length(); length++) {
                    if (headers.add(text.substring(0, length))) {
                        rows.diagnosis(PackedText.pack(text.substring(0, length)), ALWAYS, NEVER, false);
                    }
                }
            }
        };
    }

    @Override
    public Optional<Integer> effective(String fileName, List<List<String>> first) {
        return FiscalYear.in(fileName);
    }
}
