package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Payers over HTTP: {@code POST url} with the interchange is answered 200 with TA1 and 999, or 202; {@code GET url/replies}
 * with one message and its {@code X-Reply-Id}, or 204; {@code DELETE url/replies/id} removes it.
 */
public final class HttpPayerConnector implements PayerConnector {
    static final String MEDIA_TYPE = "application/EDI-X12";
    static final String REPLY_ID = "X-Reply-Id";
    /** Larger messages of a payer are not read. */
    static final int BODY_BYTES_MAX = 16 * 1024 * 1024;
    /** What says that this interchange is wrong, and not the line, the address or the log-in. */
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 415, 422);
    private static final int CONNECTIONS_MAX = 4;

    private final HttpClient client;
    private final String url;
    private final long timeoutMillis;

    public HttpPayerConnector(Vertx vertx, Payer payer) {
        this.url = trimSlash(payer.url());
        this.timeoutMillis = payer.timeout().toMillis();
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) Math.min(Integer.MAX_VALUE, timeoutMillis));
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX));
    }

    @Override
    public Future<Buffer> deliver(Buffer interchange) {
        return exchange(HttpMethod.POST, "", interchange).compose(answer -> {
            if (answer.status == 200 || answer.status == 202) {
                return Future.succeededFuture(answer.body);
            }
            String message = "the payer answered " + answer.status + ", must be 200 or 202";
            return Future.failedFuture(REFUSALS.contains(answer.status)
                    ? new PayerRefusedException(message, answer.body) : new PayerUnavailableException(message));
        });
    }

    @Override
    public Future<Optional<Message>> nextReply() {
        return exchange(HttpMethod.GET, "/replies", Buffer.buffer()).compose(answer -> {
            if (answer.status == 204) {
                return Future.succeededFuture(Optional.empty());
            }
            if (answer.status != 200 || answer.replyId == null || answer.body.length() == 0) {
                return Future.failedFuture(new PayerUnavailableException("the reply box answered " + answer.status
                        + ", must be 204, or 200 with a body and " + REPLY_ID));
            }
            return Future.succeededFuture(Optional.of(new Message(answer.replyId, answer.body)));
        });
    }

    @Override
    public Future<Void> confirm(Message message) {
        String path = "/replies/" + URLEncoder.encode(message.id(), StandardCharsets.UTF_8);
        return exchange(HttpMethod.DELETE, path, Buffer.buffer()).compose(answer ->
                answer.status / 100 == 2 || answer.status == 404 ? Future.succeededFuture()
                        : Future.failedFuture(new PayerUnavailableException("the reply box answered " + answer.status
                                + " to DELETE, must be 2xx or 404")));
    }

    private Future<Answer> exchange(HttpMethod method, String path, Buffer body) {
        RequestOptions target = new RequestOptions().setMethod(method).setAbsoluteURI(url + path);
        Promise<HttpClientRequest> opened = Promise.promise();
        return client.request(target)
                .compose(request -> {
                    opened.complete(request);
                    return send(request, body);
                })
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                // A request that is given up must not keep its connection.
                .onFailure(cause -> opened.future().onSuccess(HttpClientRequest::reset));
    }

    private static Future<Answer> send(HttpClientRequest request, Buffer body) {
        request.putHeader("Accept", MEDIA_TYPE);
        if (body.length() > 0) {
            request.putHeader("Content-Type", MEDIA_TYPE);
        }
        return request.send(body).compose(response -> read(response)
                .map(bytes -> new Answer(response.statusCode(), response.getHeader(REPLY_ID), bytes)));
    }

    private static Future<Buffer> read(HttpClientResponse response) {
        Promise<Buffer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() > BODY_BYTES_MAX) {
                read.tryFail(new PayerUnavailableException("the payer's answer is longer than " + BODY_BYTES_MAX
                        + " bytes"));
            } else {
                body.appendBuffer(part);
            }
        });
        response.exceptionHandler(read::tryFail);
        response.endHandler(v -> read.tryComplete(body));
        return read.future();
    }

    private static String trimSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private record Answer(int status, String replyId, Buffer body) {
    }
}
