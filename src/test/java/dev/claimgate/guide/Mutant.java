package dev.claimgate.guide;

import java.util.List;

/**
 * A transaction set with one fault.
 *
 * @param name     where the fault is and of what kind
 * @param segments from ST to SE
 * @param expected the faults it may be answered with; mostly one, several where more than one answer is right
 */
record Mutant(String name, List<String> segments, List<String> expected) {
}
