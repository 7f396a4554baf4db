package dev.claimgate.web;

import dev.claimgate.store.AcknowledgementView;
import dev.claimgate.store.SubmissionView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** A file and its acknowledgements as the API shows them; schemas {@code Submission} and {@code Acknowledgement}. */
public final class SubmissionJson {
    private SubmissionJson() {
    }

    /** The file with its list of acknowledgements, without their X12. */
    public static JsonObject of(SubmissionView submission) {
        return of(submission, Map.of());
    }

    /** @param x12 the text of acknowledgements that are to stand inside, by id */
    public static JsonObject of(SubmissionView submission, Map<Long, String> x12) {
        JsonObject json = new JsonObject()
                .put("id", submission.id().toString())
                .put("state", submission.state())
                .put("channel", submission.channel())
                .put("receivedAt", submission.receivedAt().toString());
        submission.validatedAt().ifPresent(at -> json.put("validatedAt", at.toString()));
        json.put("byteCount", submission.byteCount()).put("sha256", submission.sha256());
        submission.format().ifPresent(format -> json.put("format", format));
        submission.summary().ifPresent(summary -> json.put("summary", summary));
        return json.put("acknowledgements", of(submission.acknowledgements(), x12));
    }

    public static JsonArray of(List<AcknowledgementView> acknowledgements, Map<Long, String> x12) {
        JsonArray list = new JsonArray();
        for (AcknowledgementView acknowledgement : acknowledgements) {
            JsonObject json = new JsonObject()
                    .put("kind", acknowledgement.kind())
                    .put("origin", acknowledgement.origin())
                    .put("interchange", acknowledgement.interchangeOrdinal())
                    .put("controlNumber", acknowledgement.controlNumber())
                    .put("byteCount", acknowledgement.byteCount())
                    .put("createdAt", acknowledgement.createdAt().toString());
            if (x12.containsKey(acknowledgement.id())) {
                json.put("x12", x12.get(acknowledgement.id()));
            }
            list.add(json);
        }
        return list;
    }
}
