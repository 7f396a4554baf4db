package dev.claimgate.partner;

import java.util.Set;

/**
 * What stands beside the partners' files and they have to fit.
 *
 * @param operators whose keys no partner may have
 * @param formats   names of claim formats that are not X12
 */
public record Surroundings(Operators operators, Set<String> formats) {
    public static final Surroundings NONE = new Surroundings(Operators.NONE, Set.of());

    public Surroundings {
        formats = Set.copyOf(formats);
    }
}
