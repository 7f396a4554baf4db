package dev.claimgate.reply;

/** A payer's message is no answer we know. The text says where and why, without element values. */
public final class UnreadableReplyException extends RuntimeException {
    public UnreadableReplyException(String message) {
        super(message);
    }
}
