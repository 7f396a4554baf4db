package dev.claimgate.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * Something about a payer that an operator has to look at.
 *
 * @param payerId       whose it is
 * @param kind          what it is
 * @param controlNumber ISA13 of the interchange that waits for an answer; empty for a reply
 * @param sentAt        when the payer had it, or when the reply came
 * @param dueAt         when the answer was due; empty for a reply
 * @param claims        claims of the interchange that wait for an answer; 0 for a reply
 * @param note          what is wrong with the reply, without element values; empty for an interchange
 */
public record PayerAlert(String payerId, Kind kind, Optional<Integer> controlNumber, Instant sentAt, Optional<Instant> dueAt,
                         long claims, String note) {
    /** Tells this alert from all others. */
    String key() {
        return payerId + " " + kind + " " + controlNumber.map(String::valueOf).orElse("-") + " " + sentAt;
    }

    /** For whoever is told of it. */
    JsonObject toJson() {
        JsonObject json = new JsonObject().put("payer", payerId).put("kind", kind.name()).put("sentAt", sentAt.toString())
                .put("claims", claims);
        controlNumber.ifPresent(number -> json.put("controlNumber", number));
        dueAt.ifPresent(due -> json.put("dueAt", due.toString()));
        return note.isEmpty() ? json : json.put("note", note);
    }

    /** Kinds of alerts. */
    public enum Kind {
        /** Neither TA1 nor 999 came in time, though ISA14 asks for a TA1. */
        TA1_MISSING,
        /** No 999 came in time. */
        ACKNOWLEDGEMENT_MISSING,
        /** Claims were not answered for in time. */
        CLAIM_ANSWERS_MISSING,
        /** A reply, or a part of it, concerns nothing that was sent. */
        REPLY_UNMATCHED,
        /** A reply is in no form that is known. */
        REPLY_UNREADABLE
    }
}
