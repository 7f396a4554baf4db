package dev.claimgate.intake.sftp;

/** A request that is not fulfilled: what the client is told. Quotes no content of a file. */
final class Refusal extends RuntimeException {
    private final Status status;
    private final String reason;

    Refusal(Status status, String text) {
        this(status, status.name(), text);
    }

    private Refusal(Status status, String reason, String text) {
        super(text, null, false, false);
        this.status = status;
        this.reason = reason;
    }

    /** Beyond a limit that the operator set; counted by the name of the limit. */
    static Refusal limit(String name, String text) {
        return new Refusal(Status.FAILURE, name, text);
    }

    static Refusal noSuchFile() {
        return new Refusal(Status.NO_SUCH_FILE, "there is no such file or folder");
    }

    static Refusal denied(String text) {
        return new Refusal(Status.PERMISSION_DENIED, text);
    }

    static Refusal failure(String text) {
        return new Refusal(Status.FAILURE, text);
    }

    static Refusal unsupported(String text) {
        return new Refusal(Status.OP_UNSUPPORTED, text);
    }

    /** What it is counted under: the limit, or else the status. */
    String reason() {
        return reason;
    }

    Status status() {
        return status;
    }
}
