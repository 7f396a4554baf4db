package dev.claimgate.partner;

/** How an acknowledgement reaches a partner. */
public enum DeliveryWay {
    /** In the answer to the POST that brought the file. */
    ANSWER,
    /** Fetched by GET. */
    MAILBOX,
    /** As a file in {@code /outbox}. */
    SFTP,
    /** Named in a call of his webhook; the X12 itself is fetched. */
    WEBHOOK
}
