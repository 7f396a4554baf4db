package dev.claimgate.finding;

/**
 * The place whose content made another segment or element required or forbidden: a CTX of the 999.
 *
 * @param segmentId   segment of the trigger
 * @param position    its position in the transaction set, ST = 1
 * @param loop        its loop, may be empty
 * @param element     its element, 0 when the segment as a whole is the trigger
 * @param component   its component, 0 if none
 * @param dataElement its data element number, may be empty
 */
public record SituationalTrigger(String segmentId, int position, String loop, int element, int component,
                                 String dataElement) {
}
