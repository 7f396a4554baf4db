package dev.claimgate.validation;

import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.x12.Segment;

/** The related causes of a claim: CLM11-1 and CLM11-2. CLM11-3 is not used. */
final class Causes {
    private static final int CAUSES = 11;

    private Causes() {
    }

    /** The first component of CLM11 that holds one of two codes, 0 if none does. */
    static int component(Segment clm, long code, long otherCode) {
        for (int component = 1; component <= 2; component++) {
            long cause = clm.packedComponent(CAUSES, component);
            if (cause == code || cause == otherCode) {
                return component;
            }
        }
        return 0;
    }

    static SituationalTrigger trigger(int clmPosition, int component) {
        return new SituationalTrigger("CLM", clmPosition, "2300", CAUSES, component, "1362");
    }
}
