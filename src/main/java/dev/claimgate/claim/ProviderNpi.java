package dev.claimgate.claim;

import dev.claimgate.x12.PackedText;
import dev.claimgate.x12.Text;

/** National provider identifiers as numbers. */
public final class ProviderNpi {
    private static final long QUALIFIER = PackedText.pack("XX");
    private static final int DIGITS_MAX = 10;

    private ProviderNpi() {
    }

    /** That of a provider; 0 if none was sent or what was sent is no number. */
    public static long of(Party provider) {
        return provider.present() && provider.idQualifier() == QUALIFIER ? number(provider.id()) : 0;
    }

    /** Of him who rendered a line: 2420A, else 2310B, else 2010AA. */
    public static long of(Claim claim, ServiceLine line) {
        if (line.rendering().present()) {
            return of(line.rendering());
        }
        return of(claim.rendering().present() ? claim.rendering() : claim.billingProvider());
    }

    private static long number(Text id) {
        long number = 0;
        for (int i = 0; i < id.length(); i++) {
            int digit = id.byteAt(i) - '0';
            if (digit < 0 || digit > 9 || i >= DIGITS_MAX) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
