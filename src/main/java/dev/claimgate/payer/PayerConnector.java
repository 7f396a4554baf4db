package dev.claimgate.payer;

import dev.claimgate.store.OutboundDelivery;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * The way to one payer. Every call ends within the payer's timeout. A failed future means that the payer could not be
 * reached or did not do its part, and that the same call may be made again; only {@link PayerRefusedException} means that
 * it was understood and refused.
 */
public interface PayerConnector {
    /**
     * Delivers an interchange.
     *
     * @param interchange the same at every attempt
     * @return what the payer answered at once (TA1, 999), empty if it answers later
     */
    Future<Buffer> deliver(OutboundDelivery interchange);

    /** The next message of the payer's reply box; the same one again until it is confirmed. Empty when there is none. */
    Future<Optional<Message>> nextReply();

    /** Tells the payer that a message is kept here and may be removed from its reply box. */
    Future<Void> confirm(Message message);

    /** Lets go of what it holds beside connections, which end with the verticle. */
    default Future<Void> close() {
        return Future.succeededFuture();
    }

    /**
     * A message of a reply box.
     *
     * @param id    the payer's name for it
     * @param bytes one or more interchanges
     */
    record Message(String id, Buffer bytes) {
    }
}
