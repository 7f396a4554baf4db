package dev.claimgate.payer;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Reads the header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {
    /** A payer cannot ask for more. */
    static final Duration MAX = Duration.ofHours(24);

    private RetryAfter() {
    }

    /**
     * How long to leave the payer alone; zero if it does not say so in a form we know.
     *
     * @param header its {@code Retry-After}, may be null
     * @param date   its {@code Date}: a date counts from there, whatever its clock says; may be null
     */
    static Duration of(String header, String date) {
        if (header == null) {
            return Duration.ZERO;
        }
        String text = header.strip();
        return bounded(text.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : untilDate(text, date));
    }

    private static Duration untilDate(String text, String date) {
        try {
            return date == null ? Duration.ZERO : Duration.between(time(date), time(text));
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    private static ZonedDateTime time(String text) {
        return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private static Duration bounded(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(MAX) > 0 ? MAX : wait;
    }
}
