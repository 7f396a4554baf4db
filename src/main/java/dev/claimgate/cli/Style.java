package dev.claimgate.cli;

import picocli.CommandLine.Help.Ansi;

/** Colours for a terminal; nothing when the output goes elsewhere or NO_COLOR is set. */
enum Style {
    BOLD("1"), FAINT("2"), RED("31"), GREEN("32"), YELLOW("33"), CYAN("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** Wraps the text when standard output is a terminal. */
    String of(String text) {
        return of(text, Ansi.AUTO.enabled());
    }

    String of(String text, boolean terminal) {
        return terminal ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
