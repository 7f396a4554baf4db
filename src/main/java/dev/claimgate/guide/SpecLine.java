package dev.claimgate.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One line of a spec file with the lines nested beneath it. */
final class SpecLine {
    /** A code that holds blanks stands in double quotes. */
    private static final Pattern CODE = Pattern.compile("\"[^\"]*\"|[^ ]+");

    private final String file;
    private final int number;
    private final String text;
    private final List<SpecLine> children = new ArrayList<>();

    SpecLine(String file, int number, String text) {
        this.file = file;
        this.number = number;
        this.text = text;
    }

    String place() {
        return file + ":" + number;
    }

    List<SpecLine> children() {
        return children;
    }

    /** The word at {@code index}, empty if the line has fewer. */
    String word(int index) {
        int start = startOfWord(index);
        int end = start;
        while (end < text.length() && text.charAt(end) != ' ') {
            end++;
        }
        return text.substring(start, end);
    }

    /** The line from the word at {@code index} on, up to {@code " = "} or {@code " matches "}: a name. */
    String nameFrom(int index) {
        String rest = text.substring(startOfWord(index));
        int end = rest.length();
        for (String mark : new String[] {"= ", "matches "}) {
            int at = rest.startsWith(mark) ? 0 : rest.indexOf(" " + mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return rest.substring(0, end).trim();
    }

    /** The words behind {@code " = "}; empty if there is none. */
    List<String> codes() {
        int at = text.indexOf(" = ");
        if (at < 0) {
            return List.of();
        }
        int end = text.indexOf(" matches ", at);
        String codes = text.substring(at + 3, end < 0 ? text.length() : end).trim();
        return CODE.matcher(codes).results().map(MatchResult::group).toList();
    }

    /** The pattern behind {@code " matches "}; empty if there is none. */
    String pattern() {
        int at = text.indexOf(" matches ");
        return at < 0 ? "" : text.substring(at + 9).trim();
    }

    String text() {
        return text;
    }

    private int startOfWord(int index) {
        int at = 0;
        for (int i = 0; i < index; i++) {
            while (at < text.length() && text.charAt(at) != ' ') {
                at++;
            }
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return at;
    }
}
