package dev.claimgate.partner;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * When a payer may be sent claims.
 *
 * @param zone    in which days and hours are told
 * @param windows the times; none means always
 */
public record SendingWindows(ZoneId zone, List<Window> windows) {
    public static final SendingWindows ALWAYS = new SendingWindows(ZoneId.of("UTC"), List.of());

    public SendingWindows {
        windows = List.copyOf(windows);
    }

    public boolean open(Instant now) {
        ZonedDateTime there = now.atZone(zone);
        return windows.isEmpty() || windows.stream().anyMatch(window -> window.holds(there));
    }

    /**
     * Hours on some days of the week.
     *
     * @param days on which it begins
     * @param from the first minute
     * @param to   the first minute after it; not after {@code from} means on the next day
     */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Window {
            days = Set.copyOf(days);
        }

        private boolean holds(ZonedDateTime at) {
            LocalTime time = at.toLocalTime();
            boolean beganToday = days.contains(at.getDayOfWeek()) && !time.isBefore(from);
            if (from.isBefore(to)) {
                return beganToday && time.isBefore(to);
            }
            return beganToday || days.contains(at.getDayOfWeek().minus(1)) && time.isBefore(to);
        }
    }
}
