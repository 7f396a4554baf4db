package dev.claimgate.intake.sftp;

/** How a request ended. draft-ietf-secsh-filexfer-02, 7. */
enum Status {
    OK(0), END_OF_FILE(1), NO_SUCH_FILE(2), PERMISSION_DENIED(3), FAILURE(4), BAD_MESSAGE(5), OP_UNSUPPORTED(8);

    private final int code;

    Status(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
