package dev.claimgate.payer;

import dev.claimgate.partner.InterchangeId;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.InterchangeHandler;
import dev.claimgate.x12.Segment;
import dev.claimgate.x12.X12Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a simulated payer keeps of an interchange it was sent: enough to answer every claim in a 277CA. */
final class SimulatedInterchange implements InterchangeHandler {
    private static final int SEGMENT_BYTES_MAX = 64 * 1024;

    private final List<SimulatedClaim> claims = new ArrayList<>();
    private InterchangeId sender = new InterchangeId("", "");
    private InterchangeId receiver = new InterchangeId("", "");
    private String controlNumber = "";
    private String usage = "";
    private String originatorId = "";
    private List<String> submitter = List.of();
    private List<String> provider = List.of();
    private List<String> subscriber = List.of();
    private List<String> patient = List.of();
    private SimulatedClaim claim;

    private SimulatedInterchange() {
    }

    static SimulatedInterchange read(byte[] bytes) {
        SimulatedInterchange seen = new SimulatedInterchange();
        X12Reader reader = new X12Reader(seen, SEGMENT_BYTES_MAX);
        reader.feed(bytes, 0, bytes.length);
        reader.finish();
        return seen;
    }

    @Override
    public void interchangeStarts(Delimiters delimiters, boolean fixedWidth) {
        claim = null;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.id()) {
            case "ISA" -> envelope(segment);
            case "BHT" -> originatorId = segment.text(3);
            case "HL" -> level(segment.text(3));
            case "NM1" -> name(segment);
            case "CLM" -> {
                List<String> named = patient.isEmpty() ? subscriber : patient;
                claim = new SimulatedClaim(segment.text(1), amount(segment.text(2)), provider, named, subscriber);
                claims.add(claim);
            }
            case "REF", "DTP" -> detail(segment);
            case "LX" -> inLines();
            default -> { }
        }
    }

    @Override
    public void interchangeBroken(Breakage why) {
        // The check tells the sender.
    }

    @Override
    public void unreadable(long offset, String reason) {
        // The check tells the sender.
    }

    private void envelope(Segment segment) {
        sender = new InterchangeId(segment.text(5).strip(), segment.text(6).strip());
        receiver = new InterchangeId(segment.text(7).strip(), segment.text(8).strip());
        controlNumber = segment.text(13);
        usage = segment.text(15);
    }

    private void level(String code) {
        claim = null;
        patient = List.of();
        subscriber = code.equals("23") ? subscriber : List.of();
    }

    private void name(Segment segment) {
        switch (segment.text(1)) {
            case "41" -> submitter = elements(segment);
            case "85" -> provider = claim == null ? elements(segment) : provider;
            case "IL" -> subscriber = claim == null ? elements(segment) : subscriber;
            case "QC" -> patient = elements(segment);
            default -> { }
        }
    }

    private void detail(Segment segment) {
        if (claim == null) {
            return;
        }
        if (segment.text(1).equals("D9")) {
            claim.intermediaryNumber = segment.text(2);
        } else if (claim.inLines && segment.text(1).equals("472") && claim.serviceDate.isEmpty()) {
            claim.serviceDateFormat = segment.text(2);
            claim.serviceDate = segment.text(3);
        }
    }

    private void inLines() {
        if (claim != null) {
            claim.inLines = true;
        }
    }

    private static BigDecimal amount(String text) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{0,2})?|-?\\.[0-9]{1,2}") ? new BigDecimal(text) : BigDecimal.ZERO;
    }

    private static List<String> elements(Segment segment) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i <= 9; i++) {
            elements.add(segment.text(i));
        }
        return elements;
    }

    /** Sender and control number: an interchange that comes again has the same. */
    String key() {
        return sender.qualifier() + ":" + sender.id() + ":" + controlNumber;
    }

    InterchangeId sender() {
        return sender;
    }

    InterchangeId receiver() {
        return receiver;
    }

    String usage() {
        return usage;
    }

    String originatorId() {
        return originatorId;
    }

    /** NM1*41, elements 0 to 9. */
    List<String> submitter() {
        return submitter;
    }

    List<SimulatedClaim> claims() {
        return claims;
    }
}
