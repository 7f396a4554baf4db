package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

/** Asks the database for a sign of life. */
public final class DatabaseCheck {
    private final Pool database;

    public DatabaseCheck(Pool database) {
        this.database = database;
    }

    /** Fails if the database does not answer a query; how long that may take is the caller's to limit. */
    public Future<Void> answers() {
        return database.query("select 1").execute().mapEmpty();
    }
}
