package dev.claimgate.guide;

import dev.claimgate.x12.CharClass;
import dev.claimgate.x12.Segment;

/**
 * Passes the values that are plainly right: text and digits of the right length, codes of the list. A fast path, because
 * nearly every element of a clean file ends here; what does not pass is not wrong yet.
 */
final class QuickCheck {
    private final int forbidden;
    private final int lengthMin;
    private final int lengthMax;
    private final CodeList codes;

    private QuickCheck(int allowed, int lengthMin, int lengthMax, CodeList codes) {
        this.forbidden = ~allowed;
        this.lengthMin = lengthMin;
        this.lengthMax = lengthMax;
        this.codes = codes;
    }

    /** {@code null} for an element that always needs the close look: a composite, a date, a pattern. */
    static QuickCheck of(ElementRule rule) {
        DataElement element = rule.element();
        if (element == null || rule.pattern() != null || rule.formatElement() != 0) {
            return null;
        }
        return switch (element.type()) {
            case AN, ID -> new QuickCheck(CharClass.TEXT, element.lengthMin(), element.lengthMax(), rule.codes());
            case R, N -> new QuickCheck(CharClass.DIGIT, element.lengthMin(), element.lengthMax(), rule.codes());
            default -> null;
        };
    }

    boolean passes(Segment segment, int position) {
        int from = segment.start(position);
        int to = segment.end(position);
        return (segment.kinds(position) & forbidden) == 0 && fits(segment.bytes(), from, to);
    }

    /** For a component of a composite that holds text and nothing else. */
    boolean passesText(byte[] bytes, int from, int to) {
        return forbidden == ~CharClass.TEXT && fits(bytes, from, to);
    }

    private boolean fits(byte[] bytes, int from, int to) {
        int length = to - from;
        return length >= lengthMin && length <= lengthMax && (codes.open() || codes.contains(bytes, from, to));
    }
}
