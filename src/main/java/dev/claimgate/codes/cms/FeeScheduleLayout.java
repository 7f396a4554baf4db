package dev.claimgate.codes.cms;

import static dev.claimgate.codes.CodeTableRows.ALWAYS;
import static dev.claimgate.codes.CodeTableRows.NEVER;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.Days;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.codes.Indicators;
import dev.claimgate.codes.RelativeValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Physician fee schedule, {@code PPRRVUyy_MMM}: a table whose headings are spread over the rows above it, so that columns are
 * found by the joined heading (31 of them in 2025, 32 in 2026), or lines of fixed width after lines that begin with HDR. The
 * row without modifier tells the indicators; rows for 26, TC and 53 repeat them for a part of the service.
 */
final class FeeScheduleLayout extends HeadedLayout {
    private static final Pattern LINE = Pattern.compile("[0-9A-Z]{5}[0-9A-Z ]{2}.{50}[A-Z].{44}[0-9](\\d{3}|[A-Z]{3}).{10,}");
    private static final Pattern HEADER_LINE = Pattern.compile("HDR.*");
    private static final Pattern TITLE =
            Pattern.compile("(20\\d\\d) National Physician Fee Schedule Relative Value File (\\w{3})\\w* Release");
    private static final Pattern IN_NAME = Pattern.compile("(?i)PPRRVU(?:20)?(\\d\\d)_([A-Z]{3})");
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final int CODE = 0;
    private static final int MODIFIER = 1;
    private static final int STATUS = 2;
    private static final int NON_FACILITY = 3;
    private static final int FACILITY = 4;
    private static final int PCTC = 5;
    private static final int GLOBAL = 6;
    private static final int MULTIPLE = 7;

    FeeScheduleLayout() {
        super("PPRRVU", CodeKind.FEE_SCHEDULE, List.of("HCPCS", "DESCRIPTION"), true,
                Field.of("HCPCS", "HCPCS").at(0, 5), Field.of("MOD", "MOD").at(5, 7),
                Field.of("STATUS CODE", "STATUSCODE").at(57, 58),
                Field.of("NON-FACILITY TOTAL", "NONFACILITYTOTAL").at(89, 96),
                Field.of("FACILITY TOTAL", "FACILITYTOTAL").at(96, 102),
                Field.of("PCTC IND", "PCTCIND").at(102, 103), Field.of("GLOB DAYS", "GLOBDAYS").at(103, 106),
                Field.of("MULT PROC", "MULTPROC").at(115, 116), Field.of("BILAT SURG", "BILATSURG").at(116, 117),
                Field.of("ASST SURG", "ASSTSURG").at(117, 118), Field.of("CO-SURG", "COSURG").at(118, 119),
                Field.of("TEAM SURG", "TEAMSURG").at(119, 120));
    }

    @Override
    public Optional<Heading> match(TextRows.Form form, List<List<String>> first) {
        if (form != TextRows.Form.FIXED) {
            return super.match(form, first);
        }
        int headers = 0;
        while (headers < first.size() && HEADER_LINE.matcher(first.get(headers).get(0)).matches()) {
            headers++;
        }
        boolean lines = headers > 0 || !first.isEmpty() && LINE.matcher(first.get(0).get(0)).matches();
        return lines ? Optional.of(Heading.fixed(headers)) : Optional.empty();
    }

    @Override
    public RowReader reader(CodeTableRows rows) {
        return cells -> {
            long code = cells.code(CODE, 5, 5);
            Indicators indicators = indicators(cells);
            int nonFacility = cells.hundredths(NON_FACILITY);
            int facility = cells.hundredths(FACILITY);
            boolean part = !cells.text(MODIFIER).isEmpty();
            if (part) {
                cells.code(MODIFIER, 2, 2);
            }
            if (cells.sound() && !part) {
                rows.procedure(code, ALWAYS, NEVER, indicators);
                rows.relativeValue(code, ALWAYS, NEVER, new RelativeValue(nonFacility, facility));
            }
        };
    }

    private static Indicators indicators(Cells cells) {
        String status = cells.text(STATUS);
        if (!status.matches("[A-Z]")) {
            cells.fault(STATUS, "must be a capital letter");
        }
        GlobalPeriod global = GlobalPeriod.of(cells.text(GLOBAL)).orElseGet(() -> {
            cells.fault(GLOBAL, "must be 000, 010, 090, MMM, XXX, YYY or ZZZ");
            return GlobalPeriod.XXX;
        });
        int pctc = cells.number(PCTC, 0, 9);
        int[] digits = new int[5];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = cells.number(MULTIPLE + i, 0, 9);
        }
        return cells.sound() ? new Indicators(status.charAt(0), global, digits[0], digits[1], digits[2], digits[3], digits[4],
                pctc) : Indicators.NONE;
    }

    @Override
    public Optional<Integer> effective(String fileName, List<List<String>> first) {
        for (List<String> row : first) {
            Matcher title = TITLE.matcher(String.join(" ", row));
            if (title.find()) {
                return firstOfMonth(title.group(1), title.group(2));
            }
        }
        Matcher name = IN_NAME.matcher(fileName);
        return name.find() ? firstOfMonth("20" + name.group(1), name.group(2)) : Optional.empty();
    }

    private static Optional<Integer> firstOfMonth(String year, String month) {
        int number = MONTHS.indexOf(month.toUpperCase(Locale.ROOT)) + 1;
        return Optional.of(Integer.parseInt(year) * 10_000 + number * 100 + 1).filter(Days::valid);
    }
}
