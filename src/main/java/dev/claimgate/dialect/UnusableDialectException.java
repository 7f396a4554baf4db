package dev.claimgate.dialect;

/** A DFDL file cannot be compiled: the operator's fault, no message's. The text names the file, and nothing of any message. */
public final class UnusableDialectException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableDialectException(DialectText dialect, Throwable cause) {
        super(dialect.name() + "/" + dialect.schema().getFileName() + " cannot be compiled: " + cause.getMessage(), cause);
    }
}
