package dev.claimgate.console;

/** A failure for the log: its classes and its stack, without messages, which could quote what was sent. */
final class Unquoted extends Exception {
    private static final int CAUSES_MAX = 5;

    Unquoted(Throwable failure) {
        this(failure, CAUSES_MAX);
    }

    private Unquoted(Throwable failure, int causes) {
        super(failure.getClass().getName(), causes == 0 || failure.getCause() == null ? null
                : new Unquoted(failure.getCause(), causes - 1));
        setStackTrace(failure.getStackTrace());
    }
}
