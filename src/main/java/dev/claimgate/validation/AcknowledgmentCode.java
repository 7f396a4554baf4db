package dev.claimgate.validation;

/** IK501 and AK901: accepted, accepted with errors noted, partially accepted (groups only), rejected. */
public enum AcknowledgmentCode {
    A, E, P, R;

    public boolean accepts() {
        return this == A || this == E;
    }
}
