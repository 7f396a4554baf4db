package dev.claimgate.codes.cms;

import static dev.claimgate.codes.CodeTableRows.NEVER;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.PairRule;
import java.util.List;

/**
 * NCCI PTP practitioner services, {@code ccipra-v*-f1..f4}: tabs or workbook, six heading rows, the third of which begins with
 * Column 1. Pairs with modifier indicator 9 were deleted from their start and say nothing.
 */
final class PairLayout extends HeadedLayout {
    private static final int NOT_APPLICABLE = 9;

    PairLayout() {
        super("NCCI PTP practitioner", CodeKind.PAIRS, List.of("COLUMN1", "COLUMN2"), false,
                Field.of("Column 1", "COLUMN1"), Field.of("Column 2", "COLUMN2"), Field.of("Effective Date", "EFFECTIVE"),
                Field.of("Deletion Date", "DELETION"), Field.of("Modifier", "MODIFIER"));
    }

    @Override
    public RowReader reader(CodeTableRows rows) {
        return cells -> {
            long column1 = cells.code(0, 5, 5);
            long column2 = cells.code(1, 5, 5);
            int effective = cells.day(2);
            int ended = cells.day(3, NEVER);
            int modifier = modifier(cells);
            if (cells.sound() && modifier != NOT_APPLICABLE) {
                rows.pair(column1, column2, effective, ended,
                        modifier == 0 ? PairRule.NOT_ALLOWED : PairRule.ALLOWED_WITH_MODIFIER);
            }
        };
    }

    private static int modifier(Cells cells) {
        String text = cells.text(4);
        return switch (text) {
            case "0" -> 0;
            case "1" -> 1;
            case "9" -> NOT_APPLICABLE;
            default -> cells.fault(4, "must be 0 (not allowed), 1 (allowed) or 9 (not applicable)");
        };
    }
}
