package dev.claimgate.web;

import dev.claimgate.codes.Days;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One object of a JSON request, read member by member; what is wrong goes to a list, by its place and without its value. */
final class JsonReading {
    private final JsonObject object;
    private final String place;
    private final List<String> faults;

    /** @param place path before the members, empty or ending in a point */
    JsonReading(JsonObject object, String place, List<String> faults) {
        this.object = object;
        this.place = place;
        this.faults = faults;
    }

    void fault(String name, String right) {
        faults.add(place + name + ": must be " + right);
    }

    /** A misspelt member would be passed over in silence. */
    void only(Set<String> names) {
        if (!names.containsAll(object.fieldNames())) {
            faults.add((place.isEmpty() ? "request" : place.substring(0, place.length() - 1))
                    + ": has a member that is not known, must be among " + String.join(", ", names.stream().sorted().toList()));
        }
    }

    String text(String name, String pattern, String right) {
        return text(name, pattern, right, "");
    }

    String text(String name, String pattern, String right, String absent) {
        Object value = object.getValue(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof String text && text.matches(pattern)) {
            return text;
        }
        fault(name, right);
        return absent;
    }

    int date(String name, int absent) {
        Object value = object.getValue(name);
        if (value == null) {
            return absent;
        }
        try {
            int day = Days.of(LocalDate.parse(value.toString()));
            if (Days.valid(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        fault(name, "a date such as 2026-11-30");
        return absent;
    }

    BigDecimal number(String name, BigDecimal absent, int decimalsMax, BigDecimal max) {
        Object value = object.getValue(name);
        if (value == null) {
            return absent;
        }
        boolean finite = value instanceof Number held && Double.isFinite(held.doubleValue());
        BigDecimal number = finite ? new BigDecimal(value.toString()).stripTrailingZeros() : max.add(BigDecimal.ONE);
        if (number.signum() < 0 || number.compareTo(max) > 0 || number.scale() > decimalsMax) {
            fault(name, "a number from 0 to " + max + " with at most " + decimalsMax + " decimals");
            return absent;
        }
        return number;
    }

    List<String> texts(String name, int max, String pattern, String right) {
        List<String> texts = new ArrayList<>();
        for (Object each : list(name, max)) {
            if (each instanceof String text && text.matches(pattern)) {
                texts.add(text);
            } else {
                fault(name, "a list of texts, each " + right);
                return List.of();
            }
        }
        return texts;
    }

    List<Integer> integers(String name, int max, int lowest, int highest) {
        List<Integer> numbers = new ArrayList<>();
        for (Object each : list(name, max)) {
            if (each instanceof Integer number && number >= lowest && number <= highest) {
                numbers.add(number);
            } else {
                fault(name, "a list of whole numbers from " + lowest + " to " + highest);
                return List.of();
            }
        }
        return numbers;
    }

    /** The object of that name, empty if there is none. */
    JsonReading object(String name) {
        Object value = object.getValue(name);
        if (value != null && !(value instanceof JsonObject)) {
            fault(name, "an object");
        }
        return new JsonReading(value instanceof JsonObject held ? held : new JsonObject(), place + name + ".", faults);
    }

    List<JsonReading> objects(String name, int max) {
        List<JsonReading> objects = new ArrayList<>();
        List<?> list = list(name, max);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof JsonObject held) {
                objects.add(new JsonReading(held, place + name + "[" + i + "].", faults));
            } else {
                fault(name + "[" + i + "]", "an object");
            }
        }
        return objects;
    }

    private List<?> list(String name, int max) {
        Object value = object.getValue(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof JsonArray array && array.size() <= max) {
            return array.stream().toList();
        }
        fault(name, "a list of at most " + max);
        return List.of();
    }
}
