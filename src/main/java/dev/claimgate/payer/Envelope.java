package dev.claimgate.payer;

import dev.claimgate.partner.InterchangeId;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.SegmentWriter;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * ISA to GS, and GE to IEA, of an interchange with one functional group of one transaction set.
 *
 * @param sender        ISA05/ISA06 and GS02
 * @param receiver      ISA07/ISA08 and GS03
 * @param controlNumber ISA13 and GS06
 * @param createdAt     date and time in ISA and GS
 * @param usage         ISA15, P or T
 * @param answerWanted  ISA14: whether a TA1 is asked for
 */
record Envelope(InterchangeId sender, InterchangeId receiver, int controlNumber, ZonedDateTime createdAt, String usage,
                boolean answerWanted) {
    static final String SET_CONTROL_NUMBER = "0001";
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd");

    void openInterchange(SegmentWriter writer, Delimiters delimiters) {
        writer.segment("ISA").element("00").element(" ".repeat(10)).element("00").element(" ".repeat(10));
        address(writer, sender);
        address(writer, receiver);
        writer.element(SHORT_DAY.format(createdAt)).element(TIME.format(createdAt))
                .delimiter(delimiters.repetition()).element("00501").element(nineDigits())
                .element(answerWanted ? "1" : "0").element(usage).delimiter(delimiters.component()).end();
    }

    /** GS and ST; segments are counted from ST on. */
    void openGroup(SegmentWriter writer, String functionalId, String identifier, String version) {
        writer.segment("GS").element(functionalId).element(sender.id()).element(receiver.id())
                .element(DAY.format(createdAt)).element(TIME.format(createdAt)).element(controlNumber).element("X")
                .element(version).end();
        writer.resetSegmentCount();
        writer.segment("ST").element(identifier).element(SET_CONTROL_NUMBER).element(version).end();
    }

    /** SE, GE and IEA. */
    void close(SegmentWriter writer, int copiedSegments) {
        closeGroup(writer, copiedSegments);
        closeInterchange(writer, 1);
    }

    /** @param copiedSegments segments of the set that did not go through the writer */
    void closeGroup(SegmentWriter writer, int copiedSegments) {
        writer.segment("SE").element(writer.segmentCount() + copiedSegments + 1L).element(SET_CONTROL_NUMBER).end();
        writer.segment("GE").element(1).element(controlNumber).end();
    }

    void closeInterchange(SegmentWriter writer, int groups) {
        writer.segment("IEA").element(groups).element(nineDigits()).end();
    }

    private String nineDigits() {
        return String.format("%09d", controlNumber);
    }

    private static void address(SegmentWriter writer, InterchangeId party) {
        writer.element(party.qualifier()).element(String.format("%-15s", party.id()));
    }
}
