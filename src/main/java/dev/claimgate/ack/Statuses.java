package dev.claimgate.ack;

import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.SegmentWriter;
import java.util.List;

/** STC of the 277CA: up to three statuses that belong together in STC01, STC10 and STC11. */
final class Statuses {
    static final String ACCEPT = "WQ";
    static final String REJECT = "U";
    private static final int BETWEEN_AMOUNT_AND_SECOND = 5;

    private Statuses() {
    }

    /**
     * @param date   STC02, empty to leave it out
     * @param action STC03
     */
    static void write(Section section, List<ClaimStatus> statuses, String date, String action) {
        SegmentWriter stc = composite(section.segment("STC"), statuses.get(0)).element(date).element(action).skip(1);
        end(stc, statuses);
    }

    /** The same with an amount, STC04. */
    static void write(Section section, List<ClaimStatus> statuses, String date, String action, long cents) {
        SegmentWriter stc = composite(section.segment("STC"), statuses.get(0)).element(date).element(action).decimal(cents, 2);
        end(stc, statuses);
    }

    private static void end(SegmentWriter stc, List<ClaimStatus> statuses) {
        if (statuses.size() > 1) {
            stc.skip(BETWEEN_AMOUNT_AND_SECOND);
            statuses.subList(1, statuses.size()).forEach(status -> composite(stc, status));
        }
        stc.end();
    }

    private static SegmentWriter composite(SegmentWriter stc, ClaimStatus status) {
        return stc.composite(status.category(), status.status(), status.entity());
    }
}
