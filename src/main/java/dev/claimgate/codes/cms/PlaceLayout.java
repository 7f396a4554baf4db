package dev.claimgate.codes.cms;

import static dev.claimgate.codes.CodeTableRows.ALWAYS;
import static dev.claimgate.codes.CodeTableRows.NEVER;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * CMS place-of-service code set, saved as text or workbook with headings. A column with the type of place decides the setting;
 * without one, those are facilities that Medicare pays at the facility rate (Medicare Claims Processing Manual, chapter 26,
 * 10.5). Codes and ranges without assignment are passed over.
 */
final class PlaceLayout extends HeadedLayout {
    private static final Set<String> FACILITIES = Set.of("02", "06", "08", "19", "21", "22", "23", "24", "26", "31", "34", "41",
            "42", "51", "52", "53", "56", "61");
    private static final List<String> ANCHORS = List.of("POSCODE", "PLACEOFSERVICECODES", "PLACEOFSERVICECODE");
    private static final int TYPE = 1;
    private static final int NAME = 2;

    PlaceLayout() {
        super("place-of-service codes", CodeKind.PLACES, List.of(), false,
                Field.of("Place of Service Code", "POSCODE", "PLACEOFSERVICECODE"),
                Field.of("type", "POSTYPE", "PLACEOFSERVICETYPE").optional(),
                Field.of("Place of Service Name", "POSNAME", "PLACEOFSERVICENAME"));
    }

    @Override
    public Optional<Heading> match(TextRows.Form form, List<List<String>> first) {
        return form == TextRows.Form.FIXED ? Optional.empty()
                : ANCHORS.stream().flatMap(anchor -> Heading.find(first, List.of(anchor), false, fields()).stream())
                        .findFirst();
    }

    @Override
    public RowReader reader(CodeTableRows rows) {
        return cells -> {
            String name = cells.text(NAME).toLowerCase(Locale.ROOT);
            if (name.equals("unassigned") || name.equals("n/a")) {
                return;
            }
            long code = cells.code(0, 2, 2);
            boolean facility = facility(cells);
            if (cells.sound()) {
                rows.place(code, ALWAYS, NEVER, facility);
            }
        };
    }

    private static boolean facility(Cells cells) {
        return switch (cells.text(TYPE).toLowerCase(Locale.ROOT)) {
            case "facility" -> true;
            case "non-facility" -> false;
            case "" -> FACILITIES.contains(cells.text(0));
            default -> cells.fault(TYPE, "must be Facility or Non-Facility") != 0;
        };
    }
}
