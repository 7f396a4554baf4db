package dev.claimgate.payer;

import dev.claimgate.partner.PayerAddress;
import dev.claimgate.reply.ReplyReader;
import dev.claimgate.store.OutboundDelivery;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Payers over HTTP: {@code POST url} with the interchange is answered 200 with TA1 and 999 or nothing, or 202, whose
 * body counts if it is X12; {@code GET url/replies}
 * with one message and its {@code X-Reply-Id}, or 204; {@code DELETE url/replies/id} removes it.
 */
public final class HttpPayerConnector implements PayerConnector {
    static final String MEDIA_TYPE = "application/EDI-X12";
    static final String REPLY_ID = "X-Reply-Id";

    private final PayerHttp http;
    private final String url;

    HttpPayerConnector(Vertx vertx, PayerAddress.Http address, Duration timeout) {
        String text = address.url().toString();
        this.url = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.http = new PayerHttp(vertx, timeout, address.login(), address.tls());
    }

    @Override
    public Future<Buffer> deliver(OutboundDelivery interchange) {
        return exchange(HttpMethod.POST, "", interchange.bytes())
                .compose(answer -> answer.taken() ? Future.succeededFuture(acknowledgement(answer)) : answer.failed());
    }

    /** A 202 says by its number that the interchange is there; words for people beside it are no acknowledgement. */
    private static Buffer acknowledgement(PayerHttp.Answer answer) {
        return answer.status() == 200 || ReplyReader.isInterchange(answer.body().getBytes()) ? answer.body() : Buffer.buffer();
    }

    @Override
    public Future<Optional<Message>> nextReply() {
        return exchange(HttpMethod.GET, "/replies", Buffer.buffer()).compose(answer -> {
            if (answer.status() == 204) {
                return Future.succeededFuture(Optional.empty());
            }
            String id = answer.headers().get(REPLY_ID);
            if (answer.status() != 200 || id == null || answer.body().length() == 0) {
                return Future.failedFuture(answer.unavailable("the reply box answered " + answer.status()
                        + ", must be 204, or 200 with a body and " + REPLY_ID));
            }
            return Future.succeededFuture(Optional.of(new Message(id, answer.body())));
        });
    }

    @Override
    public Future<Void> confirm(Message message) {
        String path = "/replies/" + URLEncoder.encode(message.id(), StandardCharsets.UTF_8);
        return exchange(HttpMethod.DELETE, path, Buffer.buffer()).compose(answer ->
                answer.status() / 100 == 2 || answer.status() == 404 ? Future.succeededFuture()
                        : Future.failedFuture(new PayerUnavailableException("the reply box answered " + answer.status()
                                + " to DELETE, must be 2xx or 404")));
    }

    private Future<PayerHttp.Answer> exchange(HttpMethod method, String path, Buffer body) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Accept", MEDIA_TYPE);
        if (body.length() > 0) {
            headers.add("Content-Type", MEDIA_TYPE);
        }
        return http.exchange(method, url + path, headers, body);
    }
}
