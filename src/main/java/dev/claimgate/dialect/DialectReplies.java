package dev.claimgate.dialect;

import dev.claimgate.reply.PayerReply;
import dev.claimgate.reply.UnreadableReplyException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Reads payers' messages in their dialects. */
public final class DialectReplies {
    private final Dialects dialects;
    private final DfdlReaders readers;

    public DialectReplies(Vertx vertx, Dialects dialects) {
        this.dialects = dialects;
        this.readers = new DfdlReaders(vertx, "dialects");
    }

    /**
     * Reads one message; fails with {@link UnreadableReplyException} if that is the message's fault.
     *
     * @param name a dialect in use
     */
    public Future<PayerReply> read(String name, byte[] message) {
        Dialect dialect = dialects.dialect(name);
        return readers.read(dialect.text(), message, records -> ClaimReports.of(records, dialect.mapping()));
    }
}
