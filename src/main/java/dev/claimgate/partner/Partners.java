package dev.claimgate.partner;

import java.util.Optional;

/**
 * The partners in force: one directory at a time, replaced as a whole. Ask {@link #current()} once for each request or file,
 * so that all of it is treated by the same rules. Safe for all threads.
 */
public final class Partners {
    private volatile PartnerDirectory current;

    public Partners(PartnerDirectory first) {
        this.current = first;
    }

    public PartnerDirectory current() {
        return current;
    }

    /** The partner as he is in force now. */
    public Optional<Partner> byId(String id) {
        return current.byId(id);
    }

    /** From now on these hold. */
    public void replace(PartnerDirectory newer) {
        this.current = newer;
    }
}
