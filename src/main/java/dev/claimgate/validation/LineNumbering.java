package dev.claimgate.validation;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SegmentCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.x12.CharClass;
import dev.claimgate.x12.Segment;
import java.util.List;

/** Service lines are numbered from 1 by one within their claim; after a fault it goes on with the number received. 005010X222A1 loop 2400, LX01. */
final class LineNumbering {
    static final int LX = Segment.key("LX");

    /** Of LX01, data element 554. */
    private static final int NUMBER_LENGTH_MAX = 6;

    private int lines;

    void beginClaim() {
        lines = 0;
    }

    /** Goes on as if the LX that is missing had come with the next number. */
    void assumeLine() {
        lines++;
    }

    /** The fault of this LX, {@code null} if it has none; what is no number is a fault of its element and told there. */
    SegmentFinding check(Segment lx, int position) {
        int expected = lines + 1;
        boolean number = lx.kinds(1) == CharClass.DIGIT && lx.length(1) <= NUMBER_LENGTH_MAX;
        lines = number ? numberOf(lx) : expected;
        if (lines == expected) {
            return null;
        }
        ElementFinding fault = new ElementFinding(1, 0, 0, "554", ElementCode.INVALID_CODE, lx.text(1),
                "lines are numbered from 1 by one within the claim, here " + expected);
        return new SegmentFinding("LX", position, "2400", SegmentCode.HAS_ELEMENT_ERRORS, "", null, List.of(fault),
                "Service line number");
    }

    private static int numberOf(Segment lx) {
        int number = 0;
        for (int i = lx.start(1); i < lx.end(1); i++) {
            number = number * 10 + lx.bytes()[i] - '0';
        }
        return number;
    }
}
