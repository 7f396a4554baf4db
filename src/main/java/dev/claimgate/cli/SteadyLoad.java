package dev.claimgate.cli;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * Sends requests when they are due, however long those before take, and times each from when it was due: a pause of the server,
 * or of this client, counts for all that were to be sent meanwhile. At work on one event loop.
 */
final class SteadyLoad {
    private static final int CONNECTIONS = 64;
    private static final long IDLE_MILLIS_MAX = 10_000;

    private final Context context;
    private final HttpClient client;
    private final RequestOptions request;
    private final List<Buffer> bodies;
    private final int perSecond;
    private final Promise<Times> answered = Promise.promise();
    private long[] nanos;
    private long start;
    private int sent;
    private int done;
    private int failures;

    SteadyLoad(Vertx vertx, URI target, List<Buffer> bodies, int perSecond) {
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.request = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(target.toString())
                .setIdleTimeout(IDLE_MILLIS_MAX).putHeader("Content-Type", "application/json")
                .putHeader("X-API-Key", GatewayClient.DEMO_KEY);
        this.bodies = bodies;
        this.perSecond = perSecond;
    }

    /**
     * How long the answers took.
     *
     * @param nanos    in the order in which the requests were due
     * @param failures not answered with 200, or not at all, also among those left out
     */
    record Times(long[] nanos, int failures) {
        Times without(int first) {
            long[] rest = Arrays.copyOfRange(nanos, first, nanos.length);
            Arrays.sort(rest);
            return new Times(rest, failures);
        }

        int count() {
            return nanos.length;
        }

        /** In milliseconds, of sorted times. */
        double percentile(double share) {
            return nanos[(int) Math.min(nanos.length - 1, Math.floor(nanos.length * share))] / 1e6;
        }
    }

    /** Once only. Ends when all requests are answered or given up. */
    Future<Times> run(int seconds) {
        nanos = new long[seconds * perSecond];
        context.runOnContext(begin -> {
            start = System.nanoTime();
            context.owner().setPeriodic(1, timer -> sendDue(timer));
        });
        return answered.future();
    }

    private void sendDue(long timer) {
        long now = System.nanoTime();
        while (sent < nanos.length && due(sent) <= now) {
            send(sent++);
        }
        if (sent == nanos.length) {
            context.owner().cancelTimer(timer);
        }
    }

    private long due(int index) {
        return start + index * 1_000_000_000L / perSecond;
    }

    private void send(int index) {
        client.request(request).compose(open -> open.send(bodies.get(index % bodies.size())))
                .compose(response -> response.body().map(body -> response.statusCode()))
                .onComplete(answer -> {
                    nanos[index] = System.nanoTime() - due(index);
                    failures += answer.succeeded() && answer.result() == 200 ? 0 : 1;
                    if (++done == nanos.length) {
                        answered.complete(new Times(nanos, failures));
                    }
                });
    }
}
