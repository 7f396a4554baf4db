package dev.claimgate.payer;

import dev.claimgate.partner.PayerAddress.Login;
import dev.claimgate.partner.PayerAddress.Tls;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.streams.ReadStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** HTTP to one payer: every exchange ends within its timeout, and its answer is bounded. */
final class PayerHttp {
    /** Larger messages of a payer are not read. */
    static final int BODY_BYTES_MAX = 16 * 1024 * 1024;
    /** What says that this interchange is wrong, and not the line, the address or the log-in. */
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 415, 422);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int CONNECTIONS_MAX = 8;

    private final HttpClient client;
    private final Optional<String> authorization;
    private final long timeoutMillis;

    PayerHttp(Vertx vertx, Duration timeout, Optional<Login> login, Tls tls) {
        this.timeoutMillis = timeout.toMillis();
        this.authorization = login.flatMap(who -> who.password().map(password -> "Basic " + Base64.getEncoder()
                .encodeToString((who.user() + ":" + password.value()).getBytes(StandardCharsets.UTF_8))));
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) Math.min(Integer.MAX_VALUE, timeoutMillis));
        tls.trust().ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        tls.certificate().ifPresent(file -> options.setKeyCertOptions(new PemKeyCertOptions().addCertPath(file.toString())
                .addKeyPath(tls.key().orElseThrow().toString())));
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX));
    }

    /** @param headers those of the answer */
    record Answer(int status, MultiMap headers, Buffer body) {
        /** Fails as a delivery that was answered with something else than 200 or 202: refused, or unavailable. */
        <T> Future<T> failed() {
            String message = "the payer answered " + status + ", must be 200 or 202";
            return Future.failedFuture(REFUSALS.contains(status) ? new PayerRefusedException(message, body)
                    : unavailable(message));
        }

        PayerUnavailableException unavailable(String message) {
            Duration wait = RetryAfter.of(headers.get("Retry-After"), headers.get("Date"));
            return new PayerUnavailableException(message, wait, status == TOO_MANY_REQUESTS || !wait.isZero());
        }

        boolean taken() {
            return status == 200 || status == 202;
        }
    }

    /** Sends a request; an empty body is none. */
    Future<Answer> exchange(HttpMethod method, String url, MultiMap headers, Buffer body) {
        RequestOptions target = new RequestOptions().setMethod(method).setAbsoluteURI(url);
        Promise<HttpClientRequest> opened = Promise.promise();
        return client.request(target)
                .compose(request -> {
                    opened.complete(request);
                    request.headers().addAll(headers);
                    authorization.ifPresent(value -> request.putHeader("Authorization", value));
                    return request.send(body).compose(response -> collect(response)
                            .map(bytes -> new Answer(response.statusCode(), response.headers(), bytes)));
                })
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                // A request that is given up must not keep its connection.
                .onFailure(cause -> opened.future().onSuccess(HttpClientRequest::reset));
    }

    /** The body of a request that a payer makes, as bounded as one that is fetched. */
    static Future<Buffer> body(HttpServerRequest request) {
        return collect(request);
    }

    private static Future<Buffer> collect(ReadStream<Buffer> message) {
        Promise<Buffer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        message.handler(part -> {
            if (body.length() + part.length() > BODY_BYTES_MAX) {
                read.tryFail(new PayerUnavailableException("the payer's message is longer than " + BODY_BYTES_MAX
                        + " bytes"));
            } else {
                body.appendBuffer(part);
            }
        });
        message.exceptionHandler(read::tryFail);
        message.endHandler(v -> read.tryComplete(body));
        return read.future();
    }
}
