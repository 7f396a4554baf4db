package dev.claimgate.codes.cms;

import static dev.claimgate.codes.CodeTableRows.ALWAYS;
import static dev.claimgate.codes.CodeTableRows.NEVER;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.Days;
import dev.claimgate.codes.UnitsLimit;
import dev.claimgate.codes.UnitsScope;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Medically unlikely edits, practitioner services, {@code MCR_MUE_PractitionerServices_Eff_MM-DD-YYYY}: a notice, then a
 * heading whose first cell breaks over two lines. Only the file name tells the quarter.
 */
final class UnitsLayout extends HeadedLayout {
    private static final int UNITS_MAX = 999_999;
    private static final UnitsScope[] SCOPES = UnitsScope.values();
    private static final Pattern IN_NAME = Pattern.compile("(?i)eff_(\\d\\d)-(\\d\\d)-(\\d{4})");

    UnitsLayout() {
        super("MUE practitioner", CodeKind.UNITS, List.of("HCPCSCPTCODE"), false,
                Field.of("HCPCS/CPT Code", "HCPCSCPTCODE"),
                Field.of("Practitioner Services MUE Values", "PRACTITIONERSERVICESMUE"),
                Field.of("MUE Adjudication Indicator", "MUEADJUDICATION"));
    }

    @Override
    public RowReader reader(CodeTableRows rows) {
        return cells -> {
            long code = cells.code(0, 5, 5);
            int units = cells.number(1, 0, UNITS_MAX);
            int indicator = indicator(cells);
            if (cells.sound()) {
                rows.unitsLimit(code, ALWAYS, NEVER, new UnitsLimit(units, SCOPES[indicator - 1]));
            }
        };
    }

    private static int indicator(Cells cells) {
        String text = cells.text(2);
        boolean right = text.startsWith("1 Line") || text.startsWith("2 Date of Service")
                || text.startsWith("3 Date of Service");
        return right || text.matches("[123]") ? text.charAt(0) - '0'
                : cells.fault(2, "must be '1 Line Edit', '2 Date of Service Edit: Policy' or "
                + "'3 Date of Service Edit: Clinical'");
    }

    @Override
    public Optional<Integer> effective(String fileName, List<List<String>> first) {
        Matcher name = IN_NAME.matcher(fileName);
        return name.find() ? Optional.of(Integer.parseInt(name.group(3) + name.group(1) + name.group(2))).filter(Days::valid)
                : Optional.empty();
    }
}
