package dev.claimgate.codes.cms;

import static dev.claimgate.codes.CodeTableRows.ALWAYS;
import static dev.claimgate.codes.CodeTableRows.NEVER;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.Indicators;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * HCPCS level II codes and modifiers, {@code HCPCyyyy_MMM_ANWEB}: headings, or lines of 320 characters (CMS record layout).
 * Only the first record of a code counts (record 3, of a modifier 7); 4 and 8 continue its wording, which is not taken.
 */
final class HcpcsLayout extends HeadedLayout {
    private static final Pattern LINE = Pattern.compile(
            "[0-9A-Z ]{5}\\d{5}[3478].{257}(\\d{8}| {8})(\\d{8}| {8})(\\d{8}| {8}).*");
    private static final int CODE = 0;
    private static final int RECORD = 1;
    private static final int ADDED = 2;
    private static final int ENDED = 3;
    /** HCPCS modifiers that lift an NCCI pair: NCCI policy manual, chapter I, E. */
    private static final Set<String> LIFTS_PAIRS = Set.of("E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6",
            "F7",
            "F8", "F9", "TA", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "LT", "RT", "LC", "LD", "RC", "LM", "RI",
            "XE", "XS", "XP", "XU");

    HcpcsLayout() {
        super("HCPCS level II (ANWEB)", CodeKind.HCPCS, List.of("HCPC"), false,
                Field.of("HCPC", "HCPC").at(0, 5), Field.of("RECID", "RECID").at(10, 11),
                Field.of("ADD DT", "ADDDT").at(268, 276), Field.of("TERM DT", "TERMDT").at(284, 292));
    }

    @Override
    public Optional<Heading> match(TextRows.Form form, List<List<String>> first) {
        if (form != TextRows.Form.FIXED) {
            return super.match(form, first);
        }
        return !first.isEmpty() && LINE.matcher(first.get(0).get(0)).matches()
                ? Optional.of(Heading.fixed(0)) : Optional.empty();
    }

    @Override
    public RowReader reader(CodeTableRows rows) {
        return cells -> {
            switch (cells.text(RECORD)) {
                case "3" -> procedure(cells, rows);
                case "7" -> modifier(cells, rows);
                case "4", "8" -> { }
                default -> cells.fault(RECORD, "must be 3 or 4 (code), 7 or 8 (modifier)");
            }
        };
    }

    private static void procedure(Cells cells, CodeTableRows rows) {
        long code = cells.code(CODE, 5, 5);
        int effective = cells.day(ADDED, ALWAYS);
        int ended = cells.day(ENDED, NEVER);
        if (cells.sound()) {
            rows.procedure(code, effective, ended, Indicators.NONE);
        }
    }

    private static void modifier(Cells cells, CodeTableRows rows) {
        long code = cells.code(CODE, 2, 2);
        int effective = cells.day(ADDED, ALWAYS);
        int ended = cells.day(ENDED, NEVER);
        if (cells.sound()) {
            rows.modifier(code, effective, ended, LIFTS_PAIRS.contains(cells.text(CODE)));
        }
    }
}
