package dev.claimgate.guide;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SegmentCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.x12.CharClass;
import dev.claimgate.x12.Segment;
import java.util.List;

/**
 * The numbering of hierarchical levels: HL01 counts from 1 by one, HL02 names the level above, HL04 tells whether levels
 * follow beneath. After a fault it goes on with the number received.
 */
final class HierarchyCheck {
    static final int HL = Segment.key("HL");
    private static final int DEPTH_MAX = 16;
    /** Of HL01 and HL02, data elements 628 and 734. */
    private static final int NUMBER_LENGTH_MAX = 12;
    /** Stands for the position of an HL that has not come. */
    private static final int ASSUMED = Integer.MAX_VALUE;

    private final WalkListener listener;
    private final long[] numbers = new long[DEPTH_MAX];
    private final int[] positions = new int[DEPTH_MAX];
    private final long[] childCodes = new long[DEPTH_MAX];
    private final boolean[] hasChild = new boolean[DEPTH_MAX];
    private long last;

    HierarchyCheck(WalkListener listener) {
        this.listener = listener;
    }

    void begin() {
        last = 0;
        java.util.Arrays.fill(positions, 0);
    }

    void check(Slot slot, Segment segment, int position) {
        int level = slot.loop().depth();
        long number = number(segment, 1);
        boolean late = positions[level] == ASSUMED && number == numbers[level];
        if (number != last + 1 && !late && judged(segment, 1)) {
            report(slot, position, 1, "628", segment.text(1), "levels are numbered from 1 by one, here " + (last + 1));
        }
        int above = levelAbove(slot.loop());
        if (above >= 0) {
            hasChild[above] = true;
            if (judged(segment, 2) && number(segment, 2) != numbers[above]) {
                report(slot, position, 2, "734", segment.text(2), "the number of the level above, " + numbers[above]);
            }
        }
        last = number < 0 ? last + 1 : number;
        numbers[level] = last;
        positions[level] = position;
        childCodes[level] = segment.packed(4);
        hasChild[level] = false;
    }

    /** Goes on as if the HL of this loop had come with the next number. */
    void assume(LoopRule loop) {
        if (loop.entry().idKey() == HL && loop.childIsSlot(0)) {
            int above = levelAbove(loop);
            if (above >= 0) {
                hasChild[above] = true;
            }
            numbers[loop.depth()] = ++last;
            positions[loop.depth()] = ASSUMED;
            childCodes[loop.depth()] = 0;
        }
    }

    /** Whether HL02 names the level that is open above this loop; where there is none it must be empty. */
    boolean namesLevelAbove(LoopRule loop, Segment segment) {
        int above = levelAbove(loop);
        return above < 0 ? !segment.has(2) : segment.has(2) && number(segment, 2) == numbers[above];
    }

    /** Compares HL04 with what came beneath, now that the loop ends. */
    void closed(LoopRule loop, OpenLoops open) {
        int level = loop.depth();
        if (positions[level] == 0) {
            return;
        }
        Slot slot = loop.entry();
        if (childCodes[level] == '0' && hasChild[level] && used(slot, "0")) {
            report(slot, positions[level], 4, "736", "0", "1, levels follow beneath");
        } else if (childCodes[level] == '1' && !hasChild[level] && used(slot, "1") && !demandsLevel(loop, open)) {
            report(slot, positions[level], 4, "736", "1", "0, no level follows beneath");
        }
        positions[level] = 0;
    }

    /** Whether a missing level beneath is a fault of its own, told already. */
    private static boolean demandsLevel(LoopRule loop, OpenLoops open) {
        for (int child = 0; child < loop.size(); child++) {
            if (!loop.childIsSlot(child) && loop.loop(child).entry().idKey() == HL && loop.loop(child).usage().required()) {
                return true;
            }
        }
        return open.isEmpty();
    }

    /** A number that is missing or not even text of legal length is a fault of its own, told already. */
    private static boolean judged(Segment segment, int element) {
        return segment.has(element) && segment.length(element) <= NUMBER_LENGTH_MAX && (segment.kinds(element) & ~CharClass.TEXT) == 0;
    }

    /** Whether the guide uses the child code here; one that it does not use was told already. */
    private static boolean used(Slot slot, String childCode) {
        return slot.structure().element(4).codes().codes().contains(childCode);
    }

    private int levelAbove(LoopRule loop) {
        for (LoopRule above = loop.parent(); above != null; above = above.parent()) {
            if (above.childIsSlot(0) && above.slot(0).idKey() == HL) {
                return positions[above.depth()] == 0 ? -1 : above.depth();
            }
        }
        return -1;
    }

    private void report(Slot slot, int position, int element, String dataElement, String value, String expected) {
        ElementFinding finding = new ElementFinding(element, 0, 0, dataElement, ElementCode.INVALID_CODE, value, expected);
        listener.found(new SegmentFinding("HL", position, slot.loopId(), SegmentCode.HAS_ELEMENT_ERRORS, "", null,
                List.of(finding), slot.name()));
    }

    private static long number(Segment segment, int element) {
        long number = 0;
        int end = segment.end(element);
        for (int i = segment.start(element); i < end; i++) {
            int digit = segment.bytes()[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return segment.has(element) ? number : -1;
    }
}
