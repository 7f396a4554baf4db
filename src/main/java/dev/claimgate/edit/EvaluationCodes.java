package dev.claimgate.edit;

import dev.claimgate.x12.PackedText;

/** Which procedure codes are evaluation and management, by their numbers. */
final class EvaluationCodes {
    private static final int CPT_DIGITS = 5;
    private static final long FIRST = PackedText.pack("99202");
    private static final long LAST = PackedText.pack("99499");
    private static final long EYE_FIRST = PackedText.pack("92002");
    private static final long EYE_LAST = PackedText.pack("92014");

    private EvaluationCodes() {
    }

    static boolean contains(long code) {
        return isCpt(code) && (code >= FIRST && code <= LAST || code >= EYE_FIRST && code <= EYE_LAST);
    }

    /** Five digits: a CPT code of category I, not HCPCS level II, category III or a laboratory code with a letter. */
    static boolean isCpt(long code) {
        if (PackedText.length(code) != CPT_DIGITS) {
            return false;
        }
        for (int shift = 0; shift < CPT_DIGITS * 8; shift += 8) {
            long b = code >>> shift & 0xff;
            if (b < '0' || b > '9') {
                return false;
            }
        }
        return true;
    }
}
