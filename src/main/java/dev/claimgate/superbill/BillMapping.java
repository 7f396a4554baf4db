package dev.claimgate.superbill;

import dev.claimgate.config.Settings;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the records and fields of an export mean.
 *
 * @param records  names of the records, from the batch to the service; the one before the last is the claim
 * @param shown    how each kind of line looks, for people who have to put one right
 * @param datePattern how dates are written, as in {@link DateTimeFormatter}, with {@code uuuu} for the year
 * @param sources  where the values come from
 */
public record BillMapping(List<String> records, List<String> shown, String datePattern,
                          Map<BillField, FieldSource> sources) {
    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,79}");
    private static final Pattern PLACE = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,79}\\.[A-Za-z_][A-Za-z0-9_-]{0,79}");
    private static final Pattern TEXT = Pattern.compile(".{1,200}");
    private static final String PLACE_RIGHT = "RECORD.FIELD of the DFDL file";
    private static final String SHOWN_RIGHT = "1 to 200 characters that show such a line";
    private static final int RECORDS_MIN = 3;

    public BillMapping {
        records = List.copyOf(records);
        shown = List.copyOf(shown);
        sources = Map.copyOf(sources);
    }

    /** Reads {@code records}, {@code dates} and {@code fields} of {@code claims.yaml}; faults go to the settings' collector. */
    public static BillMapping read(Settings file) {
        List<String> records = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (Settings entry : file.sections("records")) {
            records.add(entry.text("element", ELEMENT, "the name of an element in the DFDL file"));
            shown.add(entry.text("line", TEXT, SHOWN_RIGHT));
            entry.done();
        }
        shown.addAll(file.texts("otherLines", TEXT, SHOWN_RIGHT));
        if (records.size() < RECORDS_MIN) {
            file.fault("records", "has " + records.size()
                    + ", must name those of batch, claim and service at least, in this order");
        }
        return new BillMapping(records, shown, dates(file), sources(file.section("fields"), records));
    }

    private static String dates(Settings file) {
        String pattern = file.text("dates", "uuuuMMdd", TEXT, "how dates are written, such as MM/dd/uuuu");
        try {
            formatter(pattern);
        } catch (IllegalArgumentException e) {
            file.fault("dates", "is no pattern of a date, must be one such as MM/dd/uuuu");
            return "uuuuMMdd";
        }
        return pattern;
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    DateTimeFormatter dates() {
        return formatter(datePattern);
    }

    private static Map<BillField, FieldSource> sources(Settings fields, List<String> records) {
        Map<BillField, FieldSource> sources = new EnumMap<>(BillField.class);
        for (BillField field : BillField.values()) {
            if (fields.isSection(field.key())) {
                sources.put(field, source(fields.section(field.key())));
            } else if (fields.keys().contains(field.key())) {
                List<String> place = List.of(fields.text(field.key(), PLACE, PLACE_RIGHT));
                sources.put(field, new FieldSource(places(place), "", "", Map.of()));
            } else if (field.required()) {
                fields.fault(field.key(), "is missing, must be " + PLACE_RIGHT + ", or {always: VALUE}");
            }
        }
        sources.forEach((field, source) -> reachable(fields, field, source, records));
        fields.done();
        return sources;
    }

    private static FieldSource source(Settings entry) {
        List<FieldSource.Place> places = places(entry.texts("from", PLACE, PLACE_RIGHT));
        Map<String, String> codes = new HashMap<>();
        Settings words = entry.section("codes");
        words.keys().forEach(word -> codes.put(word, words.text(word, TEXT, "the value it stands for, in quotes")));
        FieldSource source = new FieldSource(places, entry.text("always", "", TEXT, "a value"),
                entry.text("separator", "", TEXT, "what stands between values"), codes);
        if (places.isEmpty() == source.constant().isEmpty()) {
            entry.fault("from", places.isEmpty() ? "is missing, must be [" + PLACE_RIGHT + "], or always: VALUE instead"
                    : "stands beside always, one of them must go");
        }
        entry.done();
        return source;
    }

    /** What was no place is told already. */
    private static List<FieldSource.Place> places(List<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).map(FieldSource.Place::of).toList();
    }

    /** A value can come from the records that the claim, or for services the service, lies in. */
    private static void reachable(Settings fields, BillField field, FieldSource source, List<String> records) {
        int last = field.level() == BillField.Level.SERVICE ? records.size() : records.size() - 1;
        List<String> reached = records.isEmpty() ? List.of()
                : field.level() == BillField.Level.BATCH ? records.subList(0, 1) : records.subList(0, last);
        for (FieldSource.Place place : source.places()) {
            if (!reached.contains(place.record())) {
                fields.fault(field.key(), "comes from " + place.record() + ", must come from one of " + reached);
            }
        }
    }

    Optional<FieldSource> source(BillField field) {
        return Optional.ofNullable(sources.get(field));
    }

    /** The shown line that begins like this one; all of them if none does. */
    public String shownLine(String start) {
        return shown.stream().filter(line -> !start.isBlank() && line.charAt(0) == start.charAt(0)).findFirst()
                .orElseGet(() -> "one of " + String.join("  ", shown));
    }

    String claim() {
        return records.get(records.size() - 2);
    }

    String service() {
        return records.get(records.size() - 1);
    }
}
