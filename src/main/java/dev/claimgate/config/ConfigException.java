package dev.claimgate.config;

import java.util.List;

/** The configuration cannot be used. Carries every fault, each a full sentence with file, key, what was found and what would be right. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    public ConfigException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    /** One or more, in the order of the files. */
    public List<String> faults() {
        return faults;
    }
}
