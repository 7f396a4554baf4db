package dev.claimgate.edit;

import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.DiagnosisState;
import dev.claimgate.x12.PackedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Codes near another one, found by asking the tables for those that could exist; for suggestions only. */
final class NearbyCodes {
    private static final int CODES_MAX = 6;
    private static final int DISTANCE_MAX = 60;
    private static final int DIAGNOSIS_CHARS_MAX = 7;
    private static final String NEXT_CHARS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private NearbyCodes() {
    }

    /** Primary codes of an add-on of five digits, nearest first, in words; empty if there is none near it. */
    static String primaries(long addOn, int day, CodeTables tables) {
        List<String> found = new ArrayList<>();
        if (EvaluationCodes.isCpt(addOn)) {
            int number = Integer.parseInt(PackedText.unpack(addOn));
            for (int distance = 1; distance <= DISTANCE_MAX && found.size() < CODES_MAX; distance++) {
                takePrimary(number - distance, addOn, day, tables, found);
                takePrimary(number + distance, addOn, day, tables, found);
            }
        }
        return words(found);
    }

    private static void takePrimary(int number, long addOn, int day, CodeTables tables, List<String> found) {
        if (number > 0 && number < 100_000) {
            String code = "%05d".formatted(number);
            if (tables.isPrimary(addOn, PackedText.pack(code), day)) {
                found.add(code);
            }
        }
    }

    /** Billable diagnoses beneath a header, the shortest first, in words. */
    static String finerDiagnoses(long header, int day, CodeTables tables) {
        List<String> found = new ArrayList<>();
        Deque<String> headers = new ArrayDeque<>(List.of(PackedText.unpack(header)));
        while (!headers.isEmpty() && found.size() < CODES_MAX) {
            String above = headers.poll();
            for (int i = 0; i < NEXT_CHARS.length() && above.length() < DIAGNOSIS_CHARS_MAX; i++) {
                String code = above + NEXT_CHARS.charAt(i);
                DiagnosisState state = tables.diagnosis(PackedText.pack(code), day);
                if (state == DiagnosisState.BILLABLE) {
                    found.add(code);
                } else if (state == DiagnosisState.HEADER) {
                    headers.add(code);
                }
            }
        }
        return words(found);
    }

    private static String words(List<String> codes) {
        return String.join(", ", codes.subList(0, Math.min(codes.size(), CODES_MAX)));
    }
}
