package dev.claimgate.superbill;

import dev.claimgate.x12.ByteSink;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.SegmentWriter;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes claims as one interchange (837P, 005010X222A1): the envelope and the headers of its transaction sets. */
final class BillWriter {
    private static final String VERSION = "005010X222A1";
    private static final int ID_LENGTH = 15;
    /** The guide recommends no more in one transaction set. */
    private static final int CLAIMS_PER_SET_MAX = 5000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final BillEnvelope envelope;
    private final SegmentWriter out;

    BillWriter(BillEnvelope envelope, ByteSink sink) {
        this.envelope = envelope;
        this.out = new SegmentWriter(Delimiters.STANDARD, sink);
    }

    void write(List<Bill> bills) {
        open();
        int sets = 0;
        for (int from = 0; from < bills.size(); from += CLAIMS_PER_SET_MAX) {
            set(++sets, bills.subList(from, Math.min(bills.size(), from + CLAIMS_PER_SET_MAX)));
        }
        out.segment("GE").element(sets).element(envelope.controlNumber()).end();
        out.segment("IEA").element("1").element(controlNumber()).end();
    }

    private void open() {
        LocalDateTime at = envelope.at();
        out.segment("ISA").element("00").element(" ".repeat(10)).element("00").element(" ".repeat(10))
                .element(envelope.senderQualifier()).element(padded(envelope.senderId()))
                .element(envelope.receiverQualifier()).element(padded(envelope.receiverId()))
                .element(at.format(SHORT_DATE)).element(at.format(TIME))
                .delimiter(Delimiters.STANDARD.repetition()).element("00501").element(controlNumber())
                .element("0").element(envelope.usage()).delimiter(Delimiters.STANDARD.component()).end();
        out.segment("GS").element("HC").element(envelope.senderId()).element(envelope.receiverId())
                .element(at.format(DateTimeFormatter.BASIC_ISO_DATE)).element(at.format(TIME))
                .element(envelope.controlNumber()).element("X").element(VERSION).end();
    }

    private String controlNumber() {
        return String.format(Locale.ROOT, "%09d", envelope.controlNumber());
    }

    private static String padded(String id) {
        return id + " ".repeat(ID_LENGTH - id.length());
    }

    private void set(int ordinal, List<Bill> bills) {
        String control = String.format(Locale.ROOT, "%04d", ordinal);
        out.resetSegmentCount();
        out.segment("ST").element("837").element(control).element(VERSION).end();
        header(ordinal, bills.get(0));
        new LevelWriter(out).write(bills);
        out.segment("SE").element(out.segmentCount() + 1L).element(control).end();
    }

    /** The batch number is BHT03, so that an export that comes twice is known by it; further sets have one of their own. */
    private void header(int ordinal, Bill first) {
        String batch = first.text(BillField.BATCH_NUMBER) + (ordinal == 1 ? "" : "-" + ordinal);
        out.segment("BHT").element("0019").element("00").element(batch)
                .element(envelope.at().format(DateTimeFormatter.BASIC_ISO_DATE)).element(envelope.at().format(TIME))
                .element("CH").end();
        out.segment("NM1").element("41").element("2").element(envelope.senderName()).skip(4)
                .element("46").element(envelope.senderId()).end();
        out.segment("PER").element("IC").element(envelope.senderName()).element("TE")
                .element(first.text(BillField.SUBMITTER_PHONE)).end();
        out.segment("NM1").element("40").element("2").element(envelope.receiverName()).skip(4)
                .element("46").element(envelope.receiverId()).end();
    }
}
