package dev.claimgate.payer;

import java.math.BigDecimal;

/** Money as X12 writes it: no zeros at the end, no point without need. */
final class Amounts {
    private Amounts() {
    }

    static String text(long cents) {
        return cents == 0 ? "0" : BigDecimal.valueOf(cents, 2).stripTrailingZeros().toPlainString();
    }
}
