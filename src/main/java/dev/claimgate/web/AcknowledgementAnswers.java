package dev.claimgate.web;

import dev.claimgate.store.AcknowledgementBytes;
import dev.claimgate.store.AcknowledgementView;
import dev.claimgate.store.SubmissionQueries;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Acknowledgements in the body of an answer: as X12, streamed with back-pressure, or as texts to stand in JSON. */
public final class AcknowledgementAnswers {
    /** All X12 that stands inside one JSON answer; beyond it there is none, and the reader asks for {@code EDI-X12}. */
    public static final int X12_IN_JSON_BYTES_MAX = 1024 * 1024;

    private final AcknowledgementBytes bytes;

    public AcknowledgementAnswers(AcknowledgementBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Writes the interchanges one after the other and ends the response. Status and other headers are the caller's, before.
     * A failure after the first byte closes the connection, so that nobody takes a part for the whole.
     */
    public Future<Void> send(HttpServerResponse response, String partnerId, UUID submissionId, Set<String> kinds) {
        response.putHeader("Content-Type", MediaTypes.X12).setChunked(true);
        return bytes.read(partnerId, submissionId, kinds, (id, piece) -> write(response, piece))
                .compose(all -> response.end())
                .onFailure(failure -> {
                    if (response.headWritten()) {
                        response.reset();
                    }
                });
    }

    /** The texts by id; none if all together they are longer than {@link #X12_IN_JSON_BYTES_MAX}. */
    public Future<Map<Long, String>> texts(String partnerId, UUID submissionId, Set<String> kinds,
                                           List<AcknowledgementView> acknowledgements) {
        long total = acknowledgements.stream().mapToLong(AcknowledgementView::byteCount).sum();
        boolean all = acknowledgements.size() < SubmissionQueries.ACKNOWLEDGEMENTS_MAX;
        if (acknowledgements.isEmpty() || !all || total > X12_IN_JSON_BYTES_MAX) {
            return Future.succeededFuture(Map.of());
        }
        Map<Long, Buffer> buffers = new HashMap<>();
        return bytes.read(partnerId, submissionId, kinds, (id, piece) -> {
            buffers.computeIfAbsent(id, first -> Buffer.buffer()).appendBuffer(piece);
            return Future.succeededFuture();
        }).map(read -> {
            Map<Long, String> texts = new HashMap<>();
            buffers.forEach((id, buffer) -> texts.put(id, buffer.toString(StandardCharsets.ISO_8859_1)));
            return texts;
        });
    }

    private static Future<Void> write(HttpServerResponse response, Buffer piece) {
        if (response.closed()) {
            return Future.failedFuture("the caller hung up");
        }
        response.write(piece);
        if (!response.writeQueueFull()) {
            return Future.succeededFuture();
        }
        Promise<Void> drained = Promise.promise();
        response.drainHandler(ready -> drained.tryComplete());
        response.exceptionHandler(drained::tryFail);
        response.closeHandler(closed -> drained.tryFail("the caller hung up"));
        return drained.future();
    }
}
