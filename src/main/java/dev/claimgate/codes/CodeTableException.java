package dev.claimgate.codes;

import java.util.List;

/** Code tables that cannot be used. The message holds each fault on a line: file, line, column, what would be right. */
public final class CodeTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public CodeTableException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
