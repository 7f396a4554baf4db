package dev.claimgate.claim;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How far back earlier claims bear upon later ones.
 *
 * @param days          a claim whose last service day lies further back before the first of the claim at hand is not looked at,
 *                      0 to 1,100; 0 looks at none
 * @param duplicateDays a claim is a duplicate of one that came in at most so many days before it, 1 to 3,650
 * @param claimsMax     of one patient the newest so many are looked at, 1 to 1,000
 */
public record HistoryLimits(int days, int duplicateDays, int claimsMax) {
    /** The longest global period of 90 days and a month for claims that are sent late; duplicates of a year. */
    public static final HistoryLimits USUAL = new HistoryLimits(120, 365, 100);
    /** No earlier claim matters. */
    public static final HistoryLimits NONE = new HistoryLimits(0, 1, 1);

    public HistoryLimits {
        check("days", days, 0, 1_100);
        check("duplicateDays", duplicateDays, 1, 3_650);
        check("claimsPerPatientMax", claimsMax, 1, 1_000);
    }

    private static void check(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("history." + name + " is " + value + ", must be " + min + ".." + max);
        }
    }

    /** The first day that matters for services of this day; both {@code yyyymmdd}, 0 if the day is not known. */
    public int since(int day) {
        return day < 10_000_101 ? 0 : number(date(day).minusDays(days));
    }

    /** Whether what came in on one day may be a duplicate of what came in on an earlier one, both {@code yyyymmdd}. */
    public boolean duplicate(int earlier, int later) {
        return number(date(earlier).plusDays(duplicateDays)) >= later;
    }

    /** Days that the calendar does not have become the nearest before: the guide has reported them. */
    private static LocalDate date(int day) {
        YearMonth month = YearMonth.of(day / 10_000, Math.min(Math.max(day / 100 % 100, 1), 12));
        return month.atDay(Math.min(Math.max(day % 100, 1), month.lengthOfMonth()));
    }

    private static int number(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
}
