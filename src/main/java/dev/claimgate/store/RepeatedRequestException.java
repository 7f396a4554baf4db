package dev.claimgate.store;

import java.util.List;
import java.util.UUID;

/** A request came under an idempotency key that was used before; nothing of it was kept. */
public final class RepeatedRequestException extends RuntimeException {
    private final boolean sameBody;
    private final transient List<UUID> submissions;

    RepeatedRequestException(boolean sameBody, List<UUID> submissions) {
        super("an idempotency key came again", null, false, false);
        this.sameBody = sameBody;
        this.submissions = List.copyOf(submissions);
    }

    /** Whether it is the same request; otherwise the key was used for another one. */
    public boolean sameBody() {
        return sameBody;
    }

    /** What the first request brought. */
    public List<UUID> submissions() {
        return submissions;
    }
}
