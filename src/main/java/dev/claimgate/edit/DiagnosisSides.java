package dev.claimgate.edit;

import dev.claimgate.x12.PackedText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** Which side a diagnosis names, by {@code sides.csv}. */
final class DiagnosisSides {
    private static final int KEY_CHARS = 4;
    /** By their first four characters, which no two share. */
    private static final Row[] ROWS = CodingData.rows("sides.csv").stream().map(Row::read)
            .sorted(Comparator.comparingLong(Row::key)).toArray(Row[]::new);
    private static final long[] KEYS = Stream.of(ROWS).mapToLong(Row::key).toArray();
    private static final long[] RIGHT_MODIFIERS = packed("RT E3 E4 F5 F6 F7 F8 F9 T5 T6 T7 T8 T9");
    private static final long[] LEFT_MODIFIERS = packed("LT E1 E2 FA F1 F2 F3 F4 TA T1 T2 T3 T4");

    enum Side { NONE, UNSPECIFIED, RIGHT, LEFT }

    private record Row(long key, int place, char unspecified, char right, char left) {
        static Row read(String[] cells) {
            return new Row(PackedText.pack(cells[0]), Integer.parseInt(cells[1]), cells[2].charAt(0), cells[3].charAt(0),
                    cells[4].charAt(0));
        }

        Side side(long diagnosis) {
            int behind = PackedText.length(diagnosis) - place;
            long character = behind < 0 ? 0 : diagnosis >>> 8 * behind & 0xff;
            return character == right ? Side.RIGHT : character == left ? Side.LEFT
                    : character == unspecified ? Side.UNSPECIFIED : Side.NONE;
        }
    }

    private DiagnosisSides() {
    }

    /** The side that a diagnosis names; none for one that knows no sides. */
    static Side of(long diagnosis) {
        int behind = PackedText.length(diagnosis) - KEY_CHARS;
        int row = behind < 0 ? -1 : Arrays.binarySearch(KEYS, diagnosis >>> 8 * behind);
        return row < 0 ? Side.NONE : ROWS[row].side(diagnosis);
    }

    /** The side that a modifier names: LT and RT, eyelids, fingers, toes. */
    static Side ofModifier(long modifier) {
        return contains(RIGHT_MODIFIERS, modifier) ? Side.RIGHT : contains(LEFT_MODIFIERS, modifier) ? Side.LEFT : Side.NONE;
    }

    private static boolean contains(long[] modifiers, long modifier) {
        for (long each : modifiers) {
            if (each == modifier) {
                return true;
            }
        }
        return false;
    }

    private static long[] packed(String modifiers) {
        return Stream.of(modifiers.split(" ")).mapToLong(PackedText::pack).toArray();
    }
}
