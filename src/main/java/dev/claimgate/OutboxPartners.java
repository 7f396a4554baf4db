package dev.claimgate;

import dev.claimgate.partner.AcknowledgementWays;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.partner.Partners;
import dev.claimgate.store.Mailboxes;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the database whose acknowledgements lie in his outbox whichever way the file came, now and when partners change. */
final class OutboxPartners extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxPartners.class);
    private static final long LOOK_MILLIS = 1000;

    private final Mailboxes mailboxes;
    private final Partners partners;
    private PartnerDirectory told;
    private Future<Void> telling = Future.succeededFuture();

    OutboxPartners(Mailboxes mailboxes, Partners partners) {
        this.mailboxes = mailboxes;
        this.partners = partners;
    }

    /** Completes when it is told, so that nothing that is answered from then on is left out. */
    @Override
    public Future<?> start() {
        vertx.setPeriodic(LOOK_MILLIS, timer -> {
            if (telling.isComplete() && partners.current() != told) {
                tell().onFailure(failure -> LOG.warn("outboxes stay as they were, tried again: {}",
                        failure.getClass().getSimpleName()));
            }
        });
        return tell();
    }

    @Override
    public Future<?> stop() {
        return telling.otherwiseEmpty();
    }

    private Future<Void> tell() {
        PartnerDirectory current = partners.current();
        telling = mailboxes.outboxOfAllFiles(current.all().stream()
                .filter(partner -> partner.acknowledgements().outbox() == AcknowledgementWays.Outbox.ALL)
                .map(Partner::id).collect(Collectors.toSet())).onSuccess(done -> told = current);
        return telling;
    }
}
