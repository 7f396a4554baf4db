package dev.claimgate.intake.sftp;

/** A request that is not fulfilled: what the client is told. Quotes no content of a file. */
final class Refusal extends RuntimeException {
    private final Status status;

    Refusal(Status status, String text) {
        super(text, null, false, false);
        this.status = status;
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

    Status status() {
        return status;
    }
}
