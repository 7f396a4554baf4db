package dev.claimgate.cli;

/** What the commands tell the shell. */
final class ExitCodes {
    /** Done; every claim accepted. */
    static final int ACCEPTED = 0;
    /** Done; something was rejected. */
    static final int REJECTED = 1;
    /** Wrong usage, or a file that cannot be read or written. */
    static final int UNUSABLE = 2;

    private ExitCodes() {
    }
}
