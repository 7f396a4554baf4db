package dev.claimgate.codes.cms;

import static dev.claimgate.codes.CodeTableRows.ALWAYS;
import static dev.claimgate.codes.CodeTableRows.NEVER;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import java.util.List;

/** NUCC health care provider taxonomy, {@code nucc_taxonomy_*.csv}: codes of ten characters; wording is not taken. */
final class TaxonomyLayout extends HeadedLayout {
    private static final int CODE_LENGTH = 10;

    TaxonomyLayout() {
        super("NUCC taxonomy", CodeKind.TAXONOMIES, List.of("CODE", "GROUPING", "CLASSIFICATION"), false,
                Field.of("Code", "CODE"));
    }

    @Override
    public RowReader reader(CodeTableRows rows) {
        return cells -> {
            String code = cells.text(0);
            if (Cells.isCode(code, CODE_LENGTH, CODE_LENGTH)) {
                rows.taxonomy(code, ALWAYS, NEVER);
            } else {
                cells.fault(0, "must be 10 digits and capital letters");
            }
        };
    }
}
