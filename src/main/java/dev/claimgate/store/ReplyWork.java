package dev.claimgate.store;

import dev.claimgate.reply.PayerReply;
import io.vertx.core.Future;

/** What {@link PayerReplies} leaves to its caller, who may do it on another thread; the transaction waits. */
public interface ReplyWork {
    /** Reads a payer's message; fails with {@link dev.claimgate.reply.UnreadableReplyException}. */
    Future<PayerReply> read(byte[] message);

    /** Writes the 277CA that tells the submitter, ISA to IEA. */
    Future<byte[]> acknowledge(AnsweredSet set, int controlNumber);
}
