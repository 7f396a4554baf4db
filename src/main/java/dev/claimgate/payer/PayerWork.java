package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import dev.claimgate.reply.PayerReply;
import dev.claimgate.reply.ReplyReader;
import dev.claimgate.store.AnsweredSet;
import dev.claimgate.store.OutboundNumbers;
import dev.claimgate.store.OutboundWriter;
import dev.claimgate.store.ReplyWork;
import dev.claimgate.store.StoredClaim;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.ZonedDateTime;
import java.util.List;

/** Building and reading for one payer, on worker threads: thousands of claims would hold up an event loop. */
final class PayerWork implements OutboundWriter, ReplyWork {
    private final Payer payer;
    private final OutboundBuilder builder;
    private final PayerServices services;

    PayerWork(Payer payer, PayerServices services) {
        this.payer = payer;
        this.builder = new OutboundBuilder(payer, services.contact());
        this.services = services;
    }

    @Override
    public List<List<StoredClaim>> group(List<StoredClaim> claims) {
        return builder.group(claims);
    }

    @Override
    public int claimsPerSetMax() {
        return payer.limits().claimsPerSetMax();
    }

    @Override
    public Future<byte[]> write(OutboundNumbers numbers, List<StoredClaim> claims) {
        return workers().executeBlocking(() -> builder.build(numbers, claims), false);
    }

    @Override
    public Future<PayerReply> read(byte[] message) {
        return payer.replies().equals(Payer.X12) || ReplyReader.isInterchange(message)
                ? workers().executeBlocking(() -> ReplyReader.read(message), false)
                : services.dialects().read(payer.replies(), message);
    }

    @Override
    public Future<byte[]> acknowledge(AnsweredSet set, int controlNumber) {
        ZonedDateTime now = ZonedDateTime.now(services.clock());
        return workers().executeBlocking(() -> PayerClaimAcknowledgement.write(set, payer, controlNumber, now),
                false);
    }

    private WorkerExecutor workers() {
        return services.workers();
    }
}
