package dev.claimgate.payer;

import dev.claimgate.partner.InterchangeId;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.SegmentWriter;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * ISA and GS, GE and IEA, of an interchange with one functional group, and ST and SE of the sets in it.
 *
 * @param sender        ISA05/ISA06
 * @param receiver      ISA07/ISA08
 * @param groupSender   GS02
 * @param groupReceiver GS03
 * @param controlNumber ISA13 and GS06
 * @param createdAt     date and time in ISA and GS
 * @param usage         ISA15, P or T
 * @param answerWanted  ISA14: whether a TA1 is asked for
 */
record Envelope(InterchangeId sender, InterchangeId receiver, String groupSender, String groupReceiver, int controlNumber,
                ZonedDateTime createdAt, String usage, boolean answerWanted) {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd");

    /** The same ids in ISA and GS. */
    Envelope(InterchangeId sender, InterchangeId receiver, int controlNumber, ZonedDateTime createdAt, String usage,
             boolean answerWanted) {
        this(sender, receiver, sender.id(), receiver.id(), controlNumber, createdAt, usage, answerWanted);
    }

    void openInterchange(SegmentWriter writer, Delimiters delimiters) {
        writer.segment("ISA").element("00").element(" ".repeat(10)).element("00").element(" ".repeat(10));
        address(writer, sender);
        address(writer, receiver);
        writer.element(SHORT_DAY.format(createdAt)).element(TIME.format(createdAt))
                .delimiter(delimiters.repetition()).element("00501").element(nineDigits())
                .element(answerWanted ? "1" : "0").element(usage).delimiter(delimiters.component()).end();
    }

    /** GS and the ST of its only set; segments are counted from ST on. */
    void openGroup(SegmentWriter writer, String functionalId, String identifier, String version) {
        openGroup(writer, functionalId, version);
        openSet(writer, identifier, version, 1);
    }

    /** GS. */
    void openGroup(SegmentWriter writer, String functionalId, String version) {
        writer.segment("GS").element(functionalId).element(groupSender).element(groupReceiver)
                .element(DAY.format(createdAt)).element(TIME.format(createdAt)).element(controlNumber).element("X")
                .element(version).end();
    }

    /** ST; segments are counted from here on. */
    void openSet(SegmentWriter writer, String identifier, String version, int set) {
        writer.resetSegmentCount();
        writer.segment("ST").element(identifier).element(fourDigits(set)).element(version).end();
    }

    /** SE, GE and IEA of an interchange with one set. */
    void close(SegmentWriter writer, int copiedSegments) {
        closeSet(writer, copiedSegments, 1);
        closeGroup(writer, 1);
        closeInterchange(writer, 1);
    }

    /** @param copiedSegments segments of the set that did not go through the writer */
    void closeSet(SegmentWriter writer, int copiedSegments, int set) {
        writer.segment("SE").element(writer.segmentCount() + copiedSegments + 1L).element(fourDigits(set)).end();
    }

    void closeGroup(SegmentWriter writer, int sets) {
        writer.segment("GE").element(sets).element(controlNumber).end();
    }

    private static String fourDigits(int set) {
        return String.format("%04d", set);
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
