package dev.claimgate.edit;

import dev.claimgate.x12.PackedText;
import java.math.BigDecimal;

/** How values stand in the texts of findings. */
final class Shown {
    private static final long TOO_LONG = -1;

    private Shown() {
    }

    static String code(long packed) {
        return packed == TOO_LONG
                ? "a text of more than " + PackedText.BYTES_MAX + " characters" : PackedText.unpack(packed);
    }

    static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    static String units(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }
}
