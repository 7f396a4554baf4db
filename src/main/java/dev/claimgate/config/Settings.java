package dev.claimgate.config;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One mapping of a YAML file, read key by key. A getter that finds a fault reports it and answers with a value in range, so
 * that reading goes on and finds the next. Call {@link #done()} last: it reports the keys nobody asked for.
 */
public final class Settings {
    private static final String ENVIRONMENT_PREFIX = "CLAIMGATE_";

    private final String file;
    private final String path;
    private final Map<Object, Object> values;
    private final Map<String, String> environment;
    private final Faults faults;
    private final Set<String> known = new LinkedHashSet<>();

    Settings(String file, String path, Map<?, ?> values, Map<String, String> environment, Faults faults) {
        this.file = file;
        this.path = path;
        this.values = new HashMap<>(values);
        this.environment = environment;
        this.faults = faults;
    }

    /** The mapping under a key; an empty one where the key is absent. */
    public Settings section(String key) {
        known.add(key);
        Object value = values.get(key);
        if (value != null && !(value instanceof Map)) {
            fault(key, "is " + shown(value) + ", must be a section of keys");
        }
        return new Settings(file, at(key), value instanceof Map<?, ?> map ? map : Map.of(), environment, faults);
    }

    /** The mappings of a list; none where the key is absent. Environment variables do not reach into lists. */
    public List<Settings> sections(String key) {
        List<Settings> sections = new ArrayList<>();
        int index = 0;
        for (Object item : list(key)) {
            String place = at(key) + "[" + index++ + "]";
            if (item instanceof Map<?, ?> map) {
                sections.add(new Settings(file, place, map, Map.of(), faults));
            } else {
                faults.add(file + ": " + place, "is " + shown(item) + ", must be a section of keys");
            }
        }
        return sections;
    }

    public int integer(String key, int byDefault, int min, int max) {
        return (int) whole(key, byDefault, min, max);
    }

    public long whole(String key, long byDefault, long min, long max) {
        Object value = value(key).orElse(byDefault);
        String text = value.toString();
        if (!(value instanceof Integer || value instanceof Long || value instanceof BigInteger || fromEnvironment(key))
                || !text.matches("-?\\d{1,18}")) {
            fault(key, "is " + shown(value) + ", must be a whole number, " + min + ".." + max);
            return byDefault;
        }
        long number = Long.parseLong(text);
        if (number < min || number > max) {
            fault(key, "is " + number + ", must be " + min + ".." + max);
            return byDefault;
        }
        return number;
    }

    /** True or false. */
    public boolean flag(String key, boolean byDefault) {
        Object value = value(key).orElse(byDefault);
        String text = value.toString();
        if (value instanceof Boolean || fromEnvironment(key) && text.matches("true|false")) {
            return Boolean.parseBoolean(text);
        }
        fault(key, "is " + shown(value) + ", must be true or false");
        return byDefault;
    }

    public double decimal(String key, double byDefault, double min, double max) {
        Object value = value(key).orElse(byDefault);
        String text = value.toString();
        boolean number = text.matches("-?\\d{1,9}(\\.\\d{1,9})?");
        if (!number || Double.parseDouble(text) < min || Double.parseDouble(text) > max) {
            fault(key, "is " + shown(value) + ", must be a number, " + min + ".." + max);
            return byDefault;
        }
        return Double.parseDouble(text);
    }

    /** A number of seconds. */
    public Duration seconds(String key, int byDefault, int min, int max) {
        return Duration.ofSeconds(integer(key, byDefault, min, max));
    }

    /** A number of milliseconds. */
    public Duration millis(String key, int byDefault, int min, int max) {
        return Duration.ofMillis(integer(key, byDefault, min, max));
    }

    /** A text that the key must have. Numbers are taken as they are written only if quoted, so that 007 keeps its zeros. */
    public String text(String key, Pattern shape, String right) {
        Optional<Object> value = value(key);
        if (value.isEmpty()) {
            fault(key, "is missing, must be " + right);
            return "";
        }
        return shaped(at(key), value.get(), shape, right);
    }

    public String text(String key, String byDefault, Pattern shape, String right) {
        return value(key).map(value -> shaped(at(key), value, shape, right)).filter(text -> !text.isEmpty()).orElse(byDefault);
    }

    /** A text that may be absent. A wrong one is reported as {@code not a ..} without its value: it may be a secret. */
    public Optional<String> secret(String key, Pattern shape, String right) {
        Optional<Object> value = value(key);
        if (value.isPresent() && !(value.get() instanceof String text && shape.matcher(text).matches())) {
            fault(key, "has a value of the wrong shape, must be " + right);
            return Optional.empty();
        }
        return value.map(Object::toString);
    }

    /** Texts of a list; none where the key is absent. */
    public List<String> texts(String key, Pattern shape, String right) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (Object item : list(key)) {
            texts.add(shaped(at(key) + "[" + index++ + "]", item, shape, right));
        }
        return texts;
    }

    /** As {@link #texts}, but a fault does not repeat the value: it may be a secret. */
    public List<String> secrets(String key, Pattern shape, String right) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(key)) {
            if (item instanceof String text && shape.matcher(text).matches()) {
                texts.add(text);
            } else {
                fault(key + "[" + texts.size() + "]", "has a value of the wrong shape, must be " + right);
            }
        }
        return texts;
    }

    /** One of an enum's constants, written in lower case with dashes or as it stands. */
    public <E extends Enum<E>> E oneOf(String key, Class<E> type, E byDefault) {
        Object value = value(key).orElse(byDefault.name());
        String name = value.toString().toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        fault(key, "is " + shown(value) + ", must be one of " + Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
        return byDefault;
    }

    /** Whether a section of keys stands under this key, where a single text may stand as well. */
    public boolean isSection(String key) {
        known.add(key);
        return values.get(key) instanceof Map;
    }

    /** The keys that stand here, for sections whose keys are names. */
    public Set<String> keys() {
        return values.keySet().stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Reports the keys that no getter asked for, with the nearest one that exists. */
    public void done() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                String near = Nearest.of(key, known).map(name -> ", did you mean " + at(name) + "?")
                        .orElse(", must be one of " + String.join(", ", known));
                fault(key, "is an unknown key" + near);
            }
        }
    }

    /** Reports a fault that only the caller can see, such as two keys that contradict each other. */
    public void fault(String key, String foundAndRight) {
        String name = fromEnvironment(key) ? "environment: " + variable(key) : file + ": " + at(key);
        faults.add(name, foundAndRight);
    }

    private List<?> list(String key) {
        known.add(key);
        Object value = values.get(key);
        if (value != null && !(value instanceof List)) {
            fault(key, "is " + shown(value) + ", must be a list");
        }
        return value instanceof List<?> list ? list : List.of();
    }

    private Optional<Object> value(String key) {
        known.add(key);
        String override = environment.get(variable(key));
        return Optional.ofNullable(override != null ? override : values.get(key));
    }

    private String shaped(String place, Object value, Pattern shape, String right) {
        if (value instanceof String text && shape.matcher(text).matches()) {
            return text;
        }
        String hint = value instanceof Number ? ", in quotes" : "";
        faults.add(file + ": " + place, "is " + shown(value) + ", must be " + right + hint);
        return "";
    }

    private boolean fromEnvironment(String key) {
        return environment.containsKey(variable(key));
    }

    private String variable(String key) {
        return ENVIRONMENT_PREFIX + at(key).replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[.-]", "_")
                .toUpperCase(Locale.ROOT);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String shown(Object value) {
        return value instanceof Map ? "a section" : value instanceof List ? "a list" : "\"" + value + "\"";
    }
}
