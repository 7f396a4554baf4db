package dev.claimgate.codes;

import java.util.List;

/**
 * Which release of the code tables is in use.
 *
 * @param id      its number
 * @param name    its name
 * @param builtIn kinds that still come from the built-in demonstration pack, for people; empty when all were imported
 */
public record CodeRelease(long id, String name, List<String> builtIn) {
    /** What is said wherever the built-in pack judges. */
    public static final String BUILT_IN = "built-in demonstration pack, not for real claims";

    public CodeRelease {
        builtIn = List.copyOf(builtIn);
    }

    /** For people: {@code release 3 ccipra-v322r0 (...)}. */
    @Override
    public String toString() {
        return "release " + id + " " + name
                + (builtIn.isEmpty() ? "" : " (" + BUILT_IN + ": " + String.join(", ", builtIn) + ")");
    }
}
