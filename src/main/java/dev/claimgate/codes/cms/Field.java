package dev.claimgate.codes.cms;

import java.util.List;
import java.util.Locale;

/**
 * A column that a layout needs.
 *
 * @param name     for people
 * @param headings what its heading begins with, letters and digits only, in capitals; the first that is found counts
 * @param from     where it starts in a line of fixed width, 0-based
 * @param to       where it ends there, exclusive
 * @param required whether a file without it is refused
 */
record Field(String name, List<String> headings, int from, int to, boolean required) {

    static Field of(String name, String... headings) {
        return new Field(name, List.of(headings), 0, 0, true);
    }

    static Field fixed(String name, int from, int to) {
        return new Field(name, List.of(plain(name)), from, to, true);
    }

    Field at(int start, int end) {
        return new Field(name, headings, start, end, required);
    }

    Field optional() {
        return new Field(name, headings, from, to, false);
    }

    /** Letters and digits in capitals: headings differ in blanks, line breaks and signs from file to file. */
    static String plain(String heading) {
        StringBuilder plain = new StringBuilder(heading.length());
        heading.toUpperCase(Locale.ROOT).chars()
                .filter(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
