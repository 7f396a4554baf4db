package dev.claimgate.store;

import io.vertx.pgclient.PgException;

/** The database has no room for more. Nothing was kept; what was kept before stays. */
public final class DiskFullException extends RuntimeException {
    private static final String DISK_FULL = "53100";

    DiskFullException() {
        super("the disk of the database is full");
    }

    /** Whether this is why something could not be kept, told by us or by PostgreSQL. */
    public static boolean isCauseOf(Throwable failure) {
        return failure instanceof DiskFullException
                || failure instanceof PgException refused && DISK_FULL.equals(refused.getSqlState());
    }
}
