package dev.claimgate.intake;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * What an upload is, told by its head.
 *
 * @param request   paused or not yet read
 * @param id        of the file, or of the first one of several
 * @param partnerId whose it is
 * @param key       the request's idempotency key
 * @param packing   how the file comes
 */
record UploadRequest(HttpServerRequest request, UUID id, String partnerId, Optional<String> key, Packing packing) {
    /** How a file comes over. */
    enum Packing { PLAIN, GZIP, ZIP }
}
