package dev.claimgate.store;

/**
 * What became of a stored reply.
 *
 * @param state           APPLIED, UNMATCHED or UNREADABLE
 * @param matched         answers that concern something we sent
 * @param unmatched       answers that do not
 * @param acknowledgements further 277CA written to submitters
 * @param note             why it is UNREADABLE, or how much matched nothing, without element values; empty if all is well
 */
public record ReplyOutcome(String state, int matched, int unmatched, int acknowledgements, String note) {

    static ReplyOutcome unreadable(String why) {
        return new ReplyOutcome("UNREADABLE", 0, 0, 0, why);
    }

    static ReplyOutcome applied(int matched, int unmatched, int acknowledgements) {
        return new ReplyOutcome(matched == 0 ? "UNMATCHED" : "APPLIED", matched, unmatched, acknowledgements, unmatched == 0
                ? "" : unmatched + " of " + (matched + unmatched) + " answers matched nothing");
    }
}
