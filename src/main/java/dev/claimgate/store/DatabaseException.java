package dev.claimgate.store;

/** The database cannot be opened. The message is for the operator: where, what was found, what to do. */
public final class DatabaseException extends RuntimeException {
    public DatabaseException(String message) {
        super(message);
    }

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
