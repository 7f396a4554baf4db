package dev.claimgate.ack;

import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.Repeatable;
import dev.claimgate.x12.ByteSink;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.SegmentWriter;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The envelope of an answer: sender and receiver of the received interchange change places, the delimiters are ours. The
 * time is fixed when the answer is made, so that writing it again gives the same bytes.
 */
final class EnvelopeWriter {
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final int ID_LENGTH = 15;
    /** What is no printable character, and our own delimiters. */
    private static final Pattern UNWRITABLE = Pattern.compile("[^ -~]|[*:^~]");
    private static final String BLANK = " ".repeat(10);

    private final InterchangeHeader received;
    private final LocalDateTime written;
    private final String usage;

    EnvelopeWriter(InterchangeHeader received, LocalDateTime written, String usageIfUnsaid) {
        this.received = received;
        this.written = written;
        this.usage = received.usage().equals("P") || received.usage().equals("T") ? received.usage() : usageIfUnsaid;
    }

    /** TA101 to TA103, which name the interchange that is answered; a value that has not even the form gets a stand-in. */
    SegmentWriter received(SegmentWriter ta1) {
        return ta1.element(formed(received.controlNumber(), 9, "000000000"))
                .element(formed(received.date(), 6, SHORT_DATE.format(written)))
                .element(formed(received.time(), 4, TIME.format(written)));
    }

    private static String formed(String value, int digits, String otherwise) {
        return value.length() == digits && value.chars().allMatch(c -> c >= '0' && c <= '9') ? value : otherwise;
    }

    int interchangeOrdinal() {
        return received.ordinal();
    }

    /** Writes the ISA and returns the writer for what follows. */
    SegmentWriter open(ByteSink sink, int controlNumber) {
        SegmentWriter writer = new SegmentWriter(Delimiters.STANDARD, sink);
        writer.segment("ISA").element("00").element(BLANK).element("00").element(BLANK)
                .element(qualifier(received.receiverQualifier())).element(padded(received.receiverId()))
                .element(qualifier(received.senderQualifier())).element(padded(received.senderId()))
                .element(SHORT_DATE.format(written)).element(TIME.format(written))
                .delimiter(Delimiters.STANDARD.repetition()).element("00501").element(nineDigits(controlNumber))
                .element("0").element(usage).delimiter(Delimiters.STANDARD.component()).end();
        return writer;
    }

    void openGroup(SegmentWriter writer, GroupHeader group, String functionalId, String version, int controlNumber) {
        writer.segment("GS").element(functionalId).element(group.receiver()).element(group.sender())
                .element(DATE.format(written)).element(TIME.format(written)).element(controlNumber)
                .element("X").element(version).end();
    }

    void closeGroup(SegmentWriter writer, int sets, int controlNumber) {
        writer.segment("GE").element(sets).element(controlNumber).end();
    }

    void close(SegmentWriter writer, int groups, int controlNumber) {
        writer.segment("IEA").element(groups).element(nineDigits(controlNumber)).end();
    }

    private static String nineDigits(int controlNumber) {
        return String.format("%09d", controlNumber);
    }

    private static String qualifier(String received) {
        return Repeatable.qualifier(received) ? received : "ZZ";
    }

    private static String padded(String id) {
        String writable = UNWRITABLE.matcher(id).replaceAll(" ");
        String told = writable.isBlank() ? Name.UNKNOWN : writable;
        return told.length() > ID_LENGTH ? told.substring(0, ID_LENGTH) : String.format("%-" + ID_LENGTH + "s", told);
    }
}
