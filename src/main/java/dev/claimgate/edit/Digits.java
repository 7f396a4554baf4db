package dev.claimgate.edit;

import dev.claimgate.x12.Text;

/** Whether texts are made of digits. */
final class Digits {
    private Digits() {
    }

    /** Whether the text is digits and nothing else, so many of them. */
    static boolean only(Text text, int count) {
        if (text.length() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (!is(text.byteAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean is(byte b) {
        return b >= '0' && b <= '9';
    }
}
