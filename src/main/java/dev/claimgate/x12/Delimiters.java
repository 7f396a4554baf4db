package dev.claimgate.x12;

/**
 * The four separators of one interchange, taken from its ISA segment.
 *
 * @param element    data element separator (byte 4 of the ISA)
 * @param repetition repetition separator (ISA11)
 * @param component  component element separator (ISA16)
 * @param segment    segment terminator (byte 106 of the ISA)
 */
public record Delimiters(byte element, byte repetition, byte component, byte segment) {

    /** What claimgate writes: {@code * ^ : ~}. */
    public static final Delimiters STANDARD = new Delimiters((byte) '*', (byte) '^', (byte) ':', (byte) '~');

    /** A letter, a digit or a blank: nothing that could separate. */
    public static boolean alphanumeric(byte b) {
        return b == ' ' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }
}
