package dev.claimgate.edit;

import dev.claimgate.x12.Text;

/** The Medicare Beneficiary Identifier: eleven places, letters without S, L, O, I, B and Z. */
final class MedicareNumber {
    /** By place: C a digit from 1, N a digit, A a letter, E either. */
    private static final String PLACES = "CAENAENAANN";
    private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY";

    private MedicareNumber() {
    }

    static boolean valid(Text id) {
        if (id.length() != PLACES.length()) {
            return false;
        }
        for (int i = 0; i < PLACES.length(); i++) {
            if (!fits(id.byteAt(i), PLACES.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(byte b, char place) {
        boolean letter = LETTERS.indexOf(b) >= 0;
        return switch (place) {
            case 'C' -> Digits.is(b) && b != '0';
            case 'N' -> Digits.is(b);
            case 'A' -> letter;
            default -> letter || Digits.is(b);
        };
    }
}
