package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code zone} and {@code windows} of a payer's entry. */
final class SendingWindowsReader {
    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern DAY = Pattern.compile(String.join("|", NAMES));
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+/-]{1,40}");

    private SendingWindowsReader() {
    }

    static SendingWindows read(Settings entry) {
        List<SendingWindows.Window> windows = new ArrayList<>();
        for (Settings window : entry.sections("windows")) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            window.texts("days", DAY, "one of " + String.join(", ", NAMES)).stream().filter(NAMES::contains)
                    .forEach(name -> days.add(DayOfWeek.of(NAMES.indexOf(name) + 1)));
            windows.add(new SendingWindows.Window(days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                    time(window, "from", "00:00"), time(window, "to", "00:00")));
            window.done();
        }
        return new SendingWindows(zone(entry), windows);
    }

    private static LocalTime time(Settings window, String key, String byDefault) {
        return LocalTime.parse(window.text(key, byDefault, TIME, "a time such as \"06:30\", in quotes"));
    }

    private static ZoneId zone(Settings entry) {
        String name = entry.text("zone", "UTC", ZONE, "a time zone such as America/New_York");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            entry.fault("zone", "is \"" + name + "\", must be a time zone such as America/New_York");
            return ZoneId.of("UTC");
        }
    }
}
