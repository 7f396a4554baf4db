package dev.claimgate.payer;

import dev.claimgate.partner.ExpectedAnswers;
import dev.claimgate.partner.Payer;
import dev.claimgate.partner.PayerEnvelope;
import dev.claimgate.store.OutboundNumbers;
import dev.claimgate.store.StoredClaim;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.SegmentCursor;
import dev.claimgate.x12.SegmentWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes accepted claims as one 837P interchange to a payer (005010X222): our envelope, BHT and loops 1000A and 1000B;
 * the levels and claims as received, with the source's own delimiters, so that not one element of theirs is touched.
 */
final class OutboundBuilder {
    private final Payer payer;
    private final SubmitterContact contact;

    OutboundBuilder(Payer payer, SubmitterContact contact) {
        this.payer = payer;
        this.contact = contact;
    }

    /**
     * Claims that can share a transaction set: same delimiters, same ISA15, same BHT06 (charges are not mixed with
     * encounters). Their order is kept.
     */
    List<List<StoredClaim>> group(List<StoredClaim> claims) {
        Map<List<Object>, List<StoredClaim>> groups = new LinkedHashMap<>();
        for (StoredClaim claim : claims) {
            List<Object> kind = List.of(claim.source().delimiters(), claim.source().usage(), purpose(claim));
            groups.computeIfAbsent(kind, k -> new ArrayList<>()).add(claim);
        }
        return List.copyOf(groups.values());
    }

    /** The interchange, ISA to IEA. The claims must be of one {@link #group}. */
    byte[] build(OutboundNumbers numbers, List<StoredClaim> claims) {
        StoredClaim first = claims.get(0);
        Delimiters delimiters = first.source().delimiters();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024 * (claims.size() + 1));
        SegmentWriter writer = new SegmentWriter(delimiters, out::write);
        PayerEnvelope ids = payer.envelope();
        Envelope envelope = new Envelope(ids.sender(), ids.receiver(), ids.groupSender(), ids.groupReceiver(),
                numbers.controlNumber(), numbers.createdAt(), first.source().usage(),
                payer.expected().ta1() == ExpectedAnswers.Ta1.ASKED);
        envelope.openInterchange(writer, delimiters);
        envelope.openGroup(writer, "HC", ids.version());
        int perSet = payer.limits().claimsPerSetMax();
        int sets = 0;
        for (int from = 0; from < claims.size(); from += perSet) {
            sets++;
            envelope.openSet(writer, "837", ids.version(), sets);
            header(writer, numbers.originatorId(sets), numbers, purpose(first));
            OutboundLevels levels = new OutboundLevels(delimiters, writer, out);
            levels.write(claims.subList(from, Math.min(from + perSet, claims.size())));
            envelope.closeSet(writer, levels.copiedSegments(), sets);
        }
        envelope.closeGroup(writer, sets);
        envelope.closeInterchange(writer, 1);
        return out.toByteArray();
    }

    private void header(SegmentWriter writer, String originatorId, OutboundNumbers numbers, String purpose) {
        writer.segment("BHT").element("0019").element("00").element(originatorId)
                .element(Envelope.DAY.format(numbers.createdAt())).element(Envelope.TIME.format(numbers.createdAt()))
                .element(purpose).end();
        name(writer, "41", contact.organization(), payer.sender().id());
        writer.segment("PER").element("IC").element(contact.contact()).element("TE").element(contact.telephone()).end();
        name(writer, "40", payer.name(), payer.receiver().id());
    }

    private static void name(SegmentWriter writer, String entity, String name, String id) {
        writer.segment("NM1").element(entity).element("2").element(name).skip(4).element("46").element(id).end();
    }

    /** BHT06 as received; CH, chargeable, where there is none. */
    private static String purpose(StoredClaim claim) {
        SegmentCursor segment = new SegmentCursor(claim.header().bytes(), claim.source().delimiters());
        while (segment.next()) {
            if (segment.idIs("BHT") && !segment.element(6).isEmpty()) {
                return segment.element(6);
            }
        }
        return "CH";
    }
}
