package dev.claimgate.codes;

import java.time.LocalDate;

/** Days as {@code yyyymmdd} numbers, which compare like dates. */
public final class Days {
    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Days() {
    }

    public static int of(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** Whether the number is a day of the calendar, year 1000 to 9999. */
    public static boolean valid(int day) {
        int month = day / 100 % 100;
        if (day < 10_000_000 || day > 99_991_231 || month < 1 || month > 12) {
            return false;
        }
        int last = LENGTHS[month - 1] + (month == 2 && leap(day / 10_000) ? 1 : 0);
        return day % 100 >= 1 && day % 100 <= last;
    }

    /** Days from {@code from} to {@code to}, both counted. Both must be valid. */
    public static int count(int from, int to) {
        return from == to ? 1 : (int) (epochDay(to) - epochDay(from)) + 1;
    }

    /** {@code 2026-01-31}. */
    public static String text(int day) {
        return "%04d-%02d-%02d".formatted(day / 10_000, day / 100 % 100, day % 100);
    }

    private static long epochDay(int day) {
        return LocalDate.of(day / 10_000, day / 100 % 100, day % 100).toEpochDay();
    }

    private static boolean leap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
