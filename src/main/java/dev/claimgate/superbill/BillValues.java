package dev.claimgate.superbill;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Takes values out of records by the mapping, and tells what does not fit. */
final class BillValues {
    /** What an element of X12 cannot carry: characters beyond ASCII, and the delimiters we write. */
    private static final Pattern NO_X12 = Pattern.compile("[^ -~]|[*:^~]");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final int SHAPE_MAX = 30;

    private final BillMapping mapping;
    private final DateTimeFormatter dates;
    private final Consumer<BillFault> faults;

    BillValues(BillMapping mapping, Consumer<BillFault> faults) {
        this.mapping = mapping;
        this.dates = mapping.dates();
        this.faults = faults;
    }

    /**
     * The values of these levels.
     *
     * @param path the records that the claim or service lies in, by name, itself the last
     * @param line where faults are told that have no field
     */
    Map<BillField, List<String>> read(Map<String, BillRecord> path, int line, BillField.Level... levels) {
        Map<BillField, List<String>> values = new EnumMap<>(BillField.class);
        for (BillField field : BillField.values()) {
            Optional<FieldSource> source = mapping.source(field);
            if (List.of(levels).contains(field.level()) && source.isPresent()) {
                List<String> read = values(field, source.get(), path, line);
                if (!read.isEmpty()) {
                    values.put(field, read);
                }
            }
        }
        return values;
    }

    private List<String> values(BillField field, FieldSource source, Map<String, BillRecord> path, int line) {
        if (source.places().isEmpty()) {
            return List.of(source.constant());
        }
        List<String> values = new ArrayList<>();
        FieldSource.Place first = source.places().get(0);
        for (FieldSource.Place place : source.places()) {
            BillRecord record = path.get(place.record());
            String text = record == null ? null : record.fields().get(place.field());
            if (text == null) {
                faults.accept(new BillFault(line, place.toString(), "does not come out of the DFDL file",
                        "a field of it; claims.yaml names it, tell the operator"));
            } else {
                parts(text, source).forEach(part -> value(field, source, place, record.line(), part).ifPresent(values::add));
                line = record.line();
            }
        }
        if (values.isEmpty() && field.required() && source.places().stream().allMatch(place -> empty(place, path))) {
            fault(line, first, "is empty", right(field));
        } else if (values.size() > field.valuesMax()) {
            fault(line, first, "has " + values.size() + " values", right(field));
        }
        return values;
    }

    private static boolean empty(FieldSource.Place place, Map<String, BillRecord> path) {
        BillRecord record = path.get(place.record());
        return record != null && record.fields().getOrDefault(place.field(), "-").isEmpty();
    }

    private static List<String> parts(String text, FieldSource source) {
        if (text.isEmpty()) {
            return List.of();
        }
        return source.separator().isEmpty() ? List.of(text)
                : List.of(text.split(Pattern.quote(source.separator()))).stream().map(String::strip)
                        .filter(part -> !part.isEmpty()).toList();
    }

    private Optional<String> value(BillField field, FieldSource source, FieldSource.Place place, int line, String text) {
        if (!source.codes().isEmpty() && !source.codes().containsKey(text)) {
            fault(line, place, "is a word that claims.yaml does not name", "one of " + new TreeSet<>(source.codes().keySet()));
            return Optional.empty();
        }
        String value = ACCENTS.matcher(Normalizer.normalize(source.codes().getOrDefault(text, text), Normalizer.Form.NFD))
                .replaceAll("");
        if (NO_X12.matcher(value).find()) {
            fault(line, place, "holds a character that X12 cannot carry", "of letters, digits and marks without * : ^ ~");
            return Optional.empty();
        }
        if (field.date()) {
            return date(place, line, value);
        }
        if (!field.shape().pattern().matcher(value).matches()) {
            fault(line, place, "is " + shape(value), right(field));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Optional<String> date(FieldSource.Place place, int line, String value) {
        try {
            return Optional.of(LocalDate.parse(value, dates).format(DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            fault(line, place, "is " + shape(value), "a day of the calendar written " + mapping.datePattern());
            return Optional.empty();
        }
    }

    private void fault(int line, FieldSource.Place place, String found, String right) {
        faults.accept(new BillFault(line, place.toString(), found, right));
    }

    private String right(BillField field) {
        return field.date() ? "a day of the calendar written " + mapping.datePattern() : field.shape().right();
    }

    /** How a value looks without showing it: 9 for a digit, A or a for a letter. */
    private static String shape(String value) {
        String shape = value.replaceAll("[0-9]", "9").replaceAll("[A-Z]", "A").replaceAll("[a-z]", "a");
        return value.length() > SHAPE_MAX ? value.length() + " characters long" : "of the shape " + shape;
    }
}
