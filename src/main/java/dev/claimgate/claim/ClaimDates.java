package dev.claimgate.claim;

/** What the DTP segments of loop 2300 say, as {@code yyyymmdd} or 0; positions count segments of the set, ST = 1. Reused. */
public final class ClaimDates {
    boolean employment;
    int accident;
    int onset;
    int onsetPosition;
    int admission;
    int discharge;
    int dischargePosition;

    /** Whether CLM11 relates the claim to employment (EM), which may have been an accident. */
    public boolean maybeAccidentAtWork() {
        return employment;
    }

    /** DTP*439. */
    public int accident() {
        return accident;
    }

    /** DTP*431. */
    public int onset() {
        return onset;
    }

    /** Segment position of DTP*431. */
    public int onsetPosition() {
        return onsetPosition;
    }

    /** DTP*435. */
    public int admission() {
        return admission;
    }

    /** DTP*096. */
    public int discharge() {
        return discharge;
    }

    /** Segment position of DTP*096. */
    public int dischargePosition() {
        return dischargePosition;
    }

    void clear() {
        employment = false;
        accident = 0;
        onset = 0;
        admission = 0;
        discharge = 0;
    }
}
