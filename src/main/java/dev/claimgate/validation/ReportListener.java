package dev.claimgate.validation;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import java.util.List;

/**
 * Hears the verdict on a file while it is read: a stream shaped like the envelope, so that nothing grows with the file.
 * For every file: {@code (interchangeOpened (groupOpened (setOpened claim* setClosed)* groupClosed)* interchangeClosed)*}
 * or {@code unreadable}. A claim's verdict stands only if what holds it stands: its set is
 * accepted, its group is not rejected by a code of its own, and its interchange is not rejected, each told when it closes.
 * Called on one thread.
 */
public interface ReportListener {
    default void interchangeOpened(InterchangeHeader header) {
    }

    default void groupOpened(GroupHeader header) {
    }

    default void setOpened(SetHeader header) {
    }

    /**
     * One claim, in the order of the file, each CLM exactly once.
     *
     * @param claim    valid only during this call
     * @param findings what the edits found, in the order of the claim; reused, valid only during this call
     * @param accepted whether no finding rejects it
     */
    default void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
    }

    default void setClosed(SetReport report) {
    }

    default void groupClosed(GroupReport report) {
    }

    default void interchangeClosed(InterchangeReport report) {
    }

    /**
     * Bytes that belong to no interchange and cannot be answered with an acknowledgement.
     *
     * @param offset where in the file, 0-based
     * @param reason what was found and what would be right; no element value
     */
    default void unreadable(long offset, String reason) {
    }
}
