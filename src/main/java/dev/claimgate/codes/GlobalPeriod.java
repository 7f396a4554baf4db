package dev.claimgate.codes;

import java.util.Optional;

/** Global period of a procedure (PPRRVU, GLOB DAYS). */
public enum GlobalPeriod {
    /** The day of the procedure. */
    DAYS_0("000"),
    DAYS_10("010"),
    DAYS_90("090"),
    /** Maternity. */
    MMM("MMM"),
    /** The concept does not apply. */
    XXX("XXX"),
    /** Set by the contractor. */
    YYY("YYY"),
    /** Part of another service: an add-on. */
    ZZZ("ZZZ");

    private final String code;

    GlobalPeriod(String code) {
        this.code = code;
    }

    /** As the fee schedule writes it. */
    public String code() {
        return code;
    }

    /** Whether care before and after the operation belongs to it. */
    public boolean surgical() {
        return this == DAYS_10 || this == DAYS_90;
    }

    public static Optional<GlobalPeriod> of(String code) {
        for (GlobalPeriod period : values()) {
            if (period.code.equals(code)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }
}
