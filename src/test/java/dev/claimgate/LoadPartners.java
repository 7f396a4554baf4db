package dev.claimgate;

import dev.claimgate.sample.ClaimFileGenerator;
import dev.claimgate.sample.SampleCodes;
import dev.claimgate.sample.SampleOptions;
import dev.claimgate.sample.TableCodes;
import dev.claimgate.x12.ByteSink;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Many partners of one gateway, and small files they send by HTTP, each partner over connections of his own. */
final class LoadPartners implements AutoCloseable {
    private static final int RETRY_MILLIS = 200;
    private static final AtomicInteger SEED = new AtomicInteger(1);

    private final Vertx vertx = Vertx.vertx();
    private final LocalDate today = LocalDate.now();
    private final SampleCodes codes = TableCodes.read(Path.of("conf/code-tables"), today);
    private final GatewayProcess gateway;

    LoadPartners(GatewayProcess gateway) {
        this.gateway = gateway;
    }

    static String id(int number) {
        return "partner-" + number;
    }

    static String key(int number) {
        return "load-key-" + number;
    }

    /** Writes a {@code partners.yaml} of so many; the limits are YAML such as {@code requestsPerSecond: 5}, or nothing. */
    static Path file(Path folder, int partners, String limits) throws IOException {
        StringBuilder yaml = new StringBuilder("partners:\n");
        for (int i = 1; i <= partners; i++) {
            yaml.append("  - {id: ").append(id(i)).append(", name: Partner ").append(i).append(", apiKeySha256: [")
                    .append(Hashes.sha256(key(i))).append("], limits: {").append(limits).append("}}\n");
        }
        return Files.writeString(folder.resolve("partners.yaml"), yaml);
    }

    /** A claim file no one sent before. */
    byte[] file(int claims) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writeTo(bytes::write, claims);
        return bytes.toByteArray();
    }

    void writeTo(ByteSink sink, int claims) {
        new ClaimFileGenerator(codes, SampleOptions.of(claims, SEED.incrementAndGet(), today)).writeTo(sink);
    }

    /** One partner's connections. */
    Line line(int partner, int connections) {
        return new Line(partner, connections);
    }

    @Override
    public void close() {
        TestVertx.await(vertx.close());
    }

    /** A partner who keeps some connections open and sends over all of them. */
    final class Line {
        private final String key;
        private final int connections;
        private final HttpClient client;

        private Line(int partner, int connections) {
            this.key = key(partner);
            this.connections = connections;
            this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAliveTimeout(600),
                    new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(-1));
        }

        /** Sends so many files over each connection, one after the other; what is refused for now is sent again. */
        Future<Void> sendEach(int files, Latencies latencies) {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                all.add(sendAll(files, latencies));
            }
            return Future.all(all).mapEmpty();
        }

        private Future<Void> sendAll(int files, Latencies latencies) {
            Promise<Void> all = Promise.promise();
            next(files, file(1), latencies, all);
            return all.future();
        }

        private void next(int left, byte[] file, Latencies latencies, Promise<Void> all) {
            if (left == 0) {
                all.complete();
                return;
            }
            send(file, latencies).onFailure(all::fail).onSuccess(status -> {
                if (status == 429 || status == 503) {
                    vertx.setTimer(RETRY_MILLIS, again -> next(left, file, latencies, all));
                } else {
                    next(left - 1, file(1), latencies, all);
                }
            });
        }

        /** The status of the answer. */
        Future<Integer> send(byte[] file, Latencies latencies) {
            long start = System.nanoTime();
            return client.request(HttpMethod.POST, gateway.api("/").getPort(), "127.0.0.1", "/v1/interchanges")
                    .compose(request -> request.putHeader("X-API-Key", key).putHeader("Content-Type", "application/EDI-X12")
                            .putHeader("Accept", "application/json").send(Buffer.buffer(file)))
                    .compose(answer -> answer.body().map(body -> answer.statusCode()))
                    .onSuccess(status -> latencies.add(status, System.nanoTime() - start))
                    .onFailure(broken -> latencies.add(0, System.nanoTime() - start));
        }

        /** Sends one file after another with a pause between, until so many were sent. */
        Future<Void> sendSlowly(int files, long pauseMillis, Latencies latencies) {
            Promise<Void> all = Promise.promise();
            slowly(files, pauseMillis, latencies, all);
            return all.future();
        }

        private void slowly(int left, long pauseMillis, Latencies latencies, Promise<Void> all) {
            if (left == 0) {
                all.complete();
            } else {
                send(file(1), latencies).onComplete(sent ->
                        vertx.setTimer(pauseMillis, next -> slowly(left - 1, pauseMillis, latencies, all)));
            }
        }
    }
}
