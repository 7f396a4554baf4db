package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;

/**
 * Hears from PostgreSQL (LISTEN) when another release of the code tables comes into use, over a connection of its own that is
 * opened again whenever it breaks. What is told meanwhile is lost: poll beside it.
 */
public final class CodeReleaseNotices {
    private static final long RECONNECT_MILLIS = 1000;

    private final PgSubscriber subscriber;

    private CodeReleaseNotices(PgSubscriber subscriber) {
        this.subscriber = subscriber;
    }

    /** Calls {@code receiver} for each notice, on an event loop, and for each new connection. Never fails: it tries again. */
    public static CodeReleaseNotices listen(Vertx vertx, PgConnectOptions database, Runnable receiver) {
        PgSubscriber subscriber = PgSubscriber.subscriber(vertx, database);
        subscriber.reconnectPolicy(retries -> RECONNECT_MILLIS);
        subscriber.channel(CodeCatalog.CHANNEL).subscribeHandler(subscribed -> receiver.run()).handler(told -> receiver.run());
        subscriber.connect();
        return new CodeReleaseNotices(subscriber);
    }

    public Future<Void> close() {
        return subscriber.close();
    }
}
