package dev.claimgate.guide;

import java.util.List;
import java.util.stream.IntStream;

/** Values for the elements of made-up segments: legal ones, and ones with a single fault. */
final class SampleValues {
    /** Stands for the date qualifier of a period. */
    private static final String PERIOD = "RD8";

    private SampleValues() {
    }

    /** A legal value; {@code format} is what the format qualifier before it holds. */
    static String legal(ElementRule rule, String format) {
        if (!rule.codes().open()) {
            return rule.codes().codes().get(0);
        }
        if (rule.pattern() != null) {
            return "123456789";
        }
        if (rule.formatElement() != 0) {
            return format.equals(PERIOD) ? "20261109-20261110" : "20261110";
        }
        return ofType(rule.element());
    }

    /** A value of the right type and length that knows nothing of code lists. */
    static String ofType(DataElement element) {
        return switch (element.type()) {
            case DT -> "20261110";
            case TM -> "0915";
            case N, R -> "1".repeat(Math.max(element.lengthMin(), 1));
            default -> "A".repeat(Math.max(element.lengthMin(), 1));
        };
    }

    static String tooLong(DataElement element) {
        return (element.type().text() ? "A" : "1").repeat(element.lengthMax() + 1);
    }

    static String tooShort(DataElement element) {
        return (element.type().text() ? "A" : "1").repeat(element.lengthMin() - 1);
    }

    /** Values of a legal length that are not of the type. */
    static List<String> notOfType(DataElement element) {
        return switch (element.type()) {
            case DT -> List.of("20261301", "20260230", "2026AB01");
            case TM -> List.of("2460", "0960", "09AM");
            case N -> List.of("A".repeat(Math.max(element.lengthMin(), 1)), "1.1");
            case R -> List.of("A".repeat(Math.max(element.lengthMin(), 1)), "1.1.1", "1-");
            default -> List.of("A".repeat(Math.max(element.lengthMin() - 1, 0)) + "\t");
        };
    }

    /** A code that the base standard has for the element and none of these lists has; empty if there is none. */
    static String knownBesides(DataElement element, List<String> taken) {
        return element.codes().codes().stream().filter(code -> !taken.contains(code)).filter(code -> fits(element, code))
                .findFirst().orElse("");
    }

    /** A code of legal length that nobody knows; empty if every one is taken. */
    static String unknown(DataElement element, List<String> taken) {
        int length = Math.max(element.lengthMin(), 1);
        return IntStream.iterate(element.type().number() ? 99 : 'Z', c -> c > 0, c -> c - 1)
                .mapToObj(c -> element.type().number() ? Integer.toString(c) : code(length, (char) c))
                .filter(code -> fits(element, code) && !taken.contains(code) && !element.codes().codes().contains(code))
                .findFirst().orElse("");
    }

    private static String code(int length, char c) {
        return length == 1 ? Character.toString(c) : c + "Q".repeat(length - 2) + "Z";
    }

    private static boolean fits(DataElement element, String code) {
        return code.length() >= element.lengthMin() && code.length() <= element.lengthMax() && code.matches("[ -)+-9;-\\]_-}]+");
    }
}
