package dev.claimgate.edit;

import dev.claimgate.x12.Text;
import java.nio.charset.StandardCharsets;

/** Tells a post office box or lock box from a street, however it is spaced and dotted: PO BOX, P.O. Box, P O BOX, POBOX. */
final class BoxAddress {
    private static final byte[][] PHRASES = {phrase("POBOX"), phrase("POSTOFFICEBOX"), phrase("LOCKBOX"), phrase("LOCKBIN")};

    private BoxAddress() {
    }

    static boolean is(Text street) {
        for (int i = 0; i < street.length(); i++) {
            if (i == 0 || !isLetter(street.byteAt(i - 1))) {
                for (byte[] phrase : PHRASES) {
                    if (upper(street.byteAt(i)) == phrase[0] && startsAt(street, i, phrase)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    static boolean isLetter(byte b) {
        return upper(b) >= 'A' && upper(b) <= 'Z';
    }

    /** Spaces and points between the letters do not count; a letter after the last makes it another word, as in BOXWOOD. */
    private static boolean startsAt(Text street, int from, byte[] phrase) {
        int matched = 0;
        int i = from;
        while (i < street.length() && matched < phrase.length) {
            byte b = street.byteAt(i++);
            if (upper(b) == phrase[matched]) {
                matched++;
            } else if (b != ' ' && b != '.') {
                return false;
            }
        }
        return matched == phrase.length && (i == street.length() || !isLetter(street.byteAt(i)));
    }

    private static byte upper(byte b) {
        return b >= 'a' && b <= 'z' ? (byte) (b - 32) : b;
    }

    private static byte[] phrase(String letters) {
        return letters.getBytes(StandardCharsets.US_ASCII);
    }
}
