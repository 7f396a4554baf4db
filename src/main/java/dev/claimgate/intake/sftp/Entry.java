package dev.claimgate.intake.sftp;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A line of a folder's listing.
 *
 * @param name  without the path
 * @param group what stands in the place of the group in {@code ls -l}: a file's state
 */
record Entry(String name, String group, Attributes attributes) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMM dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** As {@code ls -l} shows it, times in UTC; clients show this to people. */
    String line(String owner) {
        return String.format(Locale.ROOT, "%s 1 %-8s %-10s %12d %s %s", permissions(attributes.mode()), owner, group,
                attributes.length(), TIME.format(attributes.time()), name);
    }

    private String permissions(int mode) {
        StringBuilder text = new StringBuilder(attributes.isFolder() ? "d" : "-");
        for (int bit = 8; bit >= 0; bit--) {
            text.append((mode & 1 << bit) == 0 ? '-' : "xwr".charAt(bit % 3));
        }
        return text.toString();
    }
}
