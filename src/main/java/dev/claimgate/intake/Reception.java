package dev.claimgate.intake;

import dev.claimgate.store.Receipt;
import io.vertx.core.Future;
import java.util.List;

/** One body on its way into the database, on the event loop of its request. */
interface Reception {
    /** Reads the body; call it in the turn in which the request arrived. Fails with {@link RefusedException} or otherwise. */
    Future<List<Receipt>> receive();

    /** Gives it up, at any time before its end; nothing of it is kept. */
    void fail(Throwable cause);

    /** Whether fewer bytes than this came since the last call, and not because we were not ready for more. */
    boolean tooSlow(long bytesMin);
}
