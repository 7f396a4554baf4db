package dev.claimgate.ack;

import dev.claimgate.x12.SegmentWriter;

/** DTP*472 of the 277CA: a service day or a run of days, numbers as {@code yyyymmdd}. */
final class Days {
    private Days() {
    }

    /** Writes nothing when no day is known. */
    static void write(Section section, int from, int to) {
        if (from == 0) {
            return;
        }
        SegmentWriter days = section.segment("DTP").element("472");
        if (to <= from) {
            days.element("D8").element(from).end();
        } else {
            days.element("RD8").element(from + "-" + to).end();
        }
    }
}
