package dev.claimgate.guide;

import java.util.List;

/** The files under {@code edi-specs/} cannot be used; says every fault with file, line and what would be right. */
public final class SpecException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> faults;

    SpecException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
