package dev.claimgate.pipeline;

/** The gateway stops and a file is not done in time; it is done after the next start. */
final class GivenUpException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GivenUpException() {
        super("the gateway stops");
    }
}
