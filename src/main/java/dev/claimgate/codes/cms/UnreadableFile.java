package dev.claimgate.codes.cms;

import java.io.IOException;

/** A file that cannot be read on: the message tells where in the file, what was found and what would be right. */
final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableFile(String message) {
        super(message);
    }
}
