package dev.claimgate.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A received file as its sender sees it.
 *
 * @param state            RECEIVED, VALIDATED, UNREADABLE or FAILED
 * @param channel          HTTP, SFTP or FOLDER
 * @param validatedAt      when the verdict stood
 * @param sha256           of the file, hex
 * @param format          what it came in where that is not X12: a folder of {@code edi-specs/dialects/}
 * @param summary          the verdict as the pipeline wrote it
 * @param acknowledgements the first {@value SubmissionQueries#ACKNOWLEDGEMENTS_MAX}, in the order they were written
 */
public record SubmissionView(UUID id, String state, String channel, Instant receivedAt, Optional<Instant> validatedAt,
                             long byteCount, String sha256, Optional<String> format, Optional<JsonObject> summary,
                             List<AcknowledgementView> acknowledgements) {
    public SubmissionView {
        acknowledgements = List.copyOf(acknowledgements);
    }
}
