package dev.claimgate.ack;

import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SegmentCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.x12.SegmentWriter;
import java.util.List;

/** Loop 2100 of the 999: one IK3 with its CTX and IK4. */
final class SegmentErrors {
    private static final int LOOP_ID_LENGTH = 4;
    private static final int CONTEXT_LENGTH = 35;
    private static final int BAD_DATA_LENGTH = 99;
    private static final int NUMBER_LENGTH = 4;
    private static final int POSITION_MAX = 999_999;

    private final Section body;
    private final int elementErrorsMax;

    SegmentErrors(Section body, int elementErrorsMax) {
        this.body = body;
        this.elementErrorsMax = elementErrorsMax;
    }

    void write(SegmentFinding finding) {
        if (!mayBeNamed(finding)) {
            return;
        }
        body.segment("IK3").element(finding.segmentId()).element(finding.position()).element(loop(finding.loop()))
                .element(finding.code().code()).end();
        List<ElementFinding> elements = finding.elements();
        if (finding.trigger() != null && elements.isEmpty()) {
            context(finding.trigger());
        }
        if (!finding.patientControlNumber().isBlank()) {
            body.segment("CTX").composite("CLM01", cut(finding.patientControlNumber(), CONTEXT_LENGTH)).end();
        }
        for (ElementFinding element : elements.subList(0, Math.min(elements.size(), elementErrorsMax))) {
            element(element);
            if (element.trigger() != null) {
                context(element.trigger());
            }
        }
    }

    /**
     * An id that the standard does not know would make the 999 itself invalid (X12 interpretation 1257), and so would a position
     * beyond what IK302 holds; IK5 tells of it.
     */
    private static boolean mayBeNamed(SegmentFinding finding) {
        return finding.position() <= POSITION_MAX && finding.code() != SegmentCode.UNRECOGNIZED_ID
                && finding.segmentId().matches("[A-Z][A-Z0-9]{1,2}");
    }

    private void context(SituationalTrigger trigger) {
        SegmentWriter ctx = body.segment("CTX").composite("SITUATIONAL TRIGGER").element(trigger.segmentId())
                .element(trigger.position()).element(loop(trigger.loop()));
        if (trigger.element() > 0) {
            ctx.composite(Integer.toString(trigger.element()), number(trigger.component())).element(dictionary(trigger.dataElement()));
        }
        ctx.end();
    }

    private void element(ElementFinding finding) {
        body.segment("IK4")
                .composite(Integer.toString(finding.element()), number(finding.component()), number(finding.repetition()))
                .element(dictionary(finding.dataElement())).element(finding.code().code()).element(badData(finding.badValue())).end();
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    /** Loops have numbers; their first four characters are the loop of the base standard. What only groups loops has no id. */
    private static String loop(String id) {
        return id.isEmpty() || !Character.isDigit(id.charAt(0)) ? "" : cut(id, LOOP_ID_LENGTH);
    }

    private static String number(int value) {
        return value == 0 ? "" : Integer.toString(value);
    }

    /** Data element 725 is a number; a composite has none. */
    private static String dictionary(String dataElement) {
        boolean legal = dataElement.length() <= NUMBER_LENGTH && dataElement.chars().allMatch(c -> c >= '0' && c <= '9');
        return legal ? dataElement : "";
    }

    /** The writer makes every byte safe. */
    private static String badData(String value) {
        return value.isBlank() ? "" : cut(value, BAD_DATA_LENGTH).stripTrailing();
    }
}
