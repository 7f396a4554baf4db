package dev.claimgate.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The media types of the API, and which of several an {@code Accept} header prefers (RFC 9110, 12.5.1). */
public final class MediaTypes {
    public static final String JSON = "application/json";
    public static final String XML = "application/xml";
    public static final String X12 = "application/EDI-X12";

    private MediaTypes() {
    }

    /**
     * Picks the offer with the highest quality; the first of equals.
     *
     * @param accept the header, null or empty if there is none: then the first offer
     * @param offers at least one
     * @return empty if none is acceptable: 406
     */
    public static Optional<String> preferred(String accept, List<String> offers) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(offers.get(0));
        }
        String best = null;
        double bestQuality = 0;
        for (String offer : offers) {
            double quality = quality(accept.toLowerCase(Locale.ROOT), offer.toLowerCase(Locale.ROOT));
            if (quality > bestQuality) {
                best = offer;
                bestQuality = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The quality of the most specific range that covers the offer. */
    private static double quality(String accept, String offer) {
        int mostSpecific = -1;
        double quality = 0;
        for (String range : accept.split(",")) {
            String[] parts = range.split(";");
            int specific = specificity(parts[0].strip(), offer);
            if (specific > mostSpecific) {
                mostSpecific = specific;
                quality = weight(parts);
            }
        }
        return quality;
    }

    private static int specificity(String range, String offer) {
        if (range.equals(offer)) {
            return 2;
        }
        if (range.endsWith("/*") && offer.startsWith(range.substring(0, range.length() - 1))) {
            return 1;
        }
        return range.equals("*/*") ? 0 : -1;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
                return Double.parseDouble(parameter.substring(2));
            }
        }
        return 1;
    }
}
