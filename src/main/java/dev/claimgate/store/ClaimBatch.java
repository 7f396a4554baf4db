package dev.claimgate.store;

import dev.claimgate.claim.ByteRange;
import dev.claimgate.claim.Claim;
import dev.claimgate.x12.PackedText;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Claim rows on their way into one {@code insert ... select from unnest}: columns, not rows. Filled, written, emptied. */
public final class ClaimBatch {
    static final String INSERT = """
            insert into claim (submission_id, partner_id, interchange_ordinal, group_ordinal, set_ordinal, ordinal,
                patient_control_number, charge_cents, line_count, service_from, service_to, billing_npi, payer_code,
                payer_id, state, statuses, note, ranges, patient_key, history, history_key_id)
            select $1, $2, c.i, c.g, c.s, c.o, c.pcn, c.cents, c.lines, c.dfrom, c.dto, c.npi, c.pcode, c.pid, c.state,
                c.statuses, c.note, array[c.r0, c.r1, c.r2, c.r3, c.r4, c.r5, c.r6, c.r7, c.r8, c.r9],
                c.patient, c.history, case when c.history is not null then $30 end
            from unnest($3::int[], $4::int[], $5::int[], $6::int[], $7::text[], $8::bigint[], $9::smallint[], $10::int[],
                $11::int[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::bigint[],
                $19::bigint[], $20::bigint[], $21::bigint[], $22::bigint[], $23::bigint[], $24::bigint[], $25::bigint[],
                $26::bigint[], $27::bigint[], $28::bigint[], $29::bytea[])
                as c(i, g, s, o, pcn, cents, lines, dfrom, dto, npi, pcode, pid, state, statuses, note,
                    r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, patient, history)""";
    private static final int RANGE_COLUMNS = 10;
    private static final long NPI = PackedText.pack("XX");

    private final List<Integer> interchanges = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private final List<Integer> sets = new ArrayList<>();
    private final List<Integer> ordinals = new ArrayList<>();
    private final List<String> patientControlNumbers = new ArrayList<>();
    private final List<Long> charges = new ArrayList<>();
    private final List<Short> lineCounts = new ArrayList<>();
    private final List<Integer> servicesFrom = new ArrayList<>();
    private final List<Integer> servicesTo = new ArrayList<>();
    private final List<String> billingNpis = new ArrayList<>();
    private final List<String> payerCodes = new ArrayList<>();
    private final List<String> payerIds = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final List<String> statuses = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<List<Long>> ranges = new ArrayList<>();
    private final List<Long> patientKeys = new ArrayList<>();
    private final List<byte[]> histories = new ArrayList<>();

    public ClaimBatch() {
        for (int i = 0; i < RANGE_COLUMNS; i++) {
            ranges.add(new ArrayList<>());
        }
    }

    /** Where in the file a claim stands, each 1-based. */
    public record Place(int interchange, int group, int set) {
    }

    /** What the gateway makes of a claim. */
    public record Verdict(ClaimState state, String payerId, String statuses, String note) {
        public static Verdict rejected(String statuses) {
            return new Verdict(ClaimState.REJECTED, "", statuses, "");
        }

        public static Verdict waitingFor(String payerId) {
            return new Verdict(ClaimState.WAITING, payerId, "", "");
        }

        public static Verdict needsAttention(String note) {
            return new Verdict(ClaimState.NEEDS_ATTENTION, "", "", note);
        }
    }

    /**
     * What later claims are judged by.
     *
     * @param patientKey its patient, null if it cannot be told who it is
     * @param packed     the claim, null if nothing is kept
     */
    public record Kept(Long patientKey, byte[] packed) {
        /** A claim that bears upon no later one. */
        public static final Kept NOTHING = new Kept(null, null);
    }

    /** Copies what the row needs of the claim, which is filled again for the next one. */
    public void add(Place place, Claim claim, Verdict verdict, Kept kept) {
        interchanges.add(place.interchange());
        groups.add(place.group());
        sets.add(place.set());
        ordinals.add(claim.ordinal());
        patientControlNumbers.add(Columns.text(claim.patientControlNumber().toString()));
        charges.add(claim.chargeCents());
        lineCounts.add((short) claim.lineCount());
        servicesFrom.add(claim.serviceFrom());
        servicesTo.add(claim.serviceTo());
        billingNpis.add(billingNpi(claim));
        payerCodes.add(Columns.text(claim.payer().id().toString()));
        payerIds.add(verdict.payerId().isEmpty() ? null : verdict.payerId());
        states.add(verdict.state().name());
        statuses.add(verdict.statuses());
        notes.add(verdict.note());
        patientKeys.add(kept.patientKey());
        histories.add(kept.packed());
        addRange(0, claim.headerRange());
        addRange(1, claim.billingProviderRange());
        addRange(2, claim.subscriberRange());
        addRange(3, claim.patientRange());
        addRange(4, claim.range());
    }

    private static String billingNpi(Claim claim) {
        boolean npi = claim.billingProvider().idQualifier() == NPI;
        return npi ? Columns.text(claim.billingProvider().id().toString()) : "";
    }

    private void addRange(int index, ByteRange range) {
        ranges.get(2 * index).add(range.from());
        ranges.get(2 * index + 1).add(range.to());
    }

    /** The claims from {@code index} on belong to a set or interchange that was rejected: no verdict of their own counts. */
    public void rejectFrom(int index) {
        for (int i = index; i < states.size(); i++) {
            states.set(i, ClaimState.SET_REJECTED.name());
            payerIds.set(i, null);
            statuses.set(i, "");
            notes.set(i, "");
            patientKeys.set(i, null);
            histories.set(i, null);
        }
    }

    public int size() {
        return states.size();
    }

    public boolean isEmpty() {
        return states.isEmpty();
    }

    Tuple toTuple(UUID submissionId, String partnerId, Sealer sealer) {
        Tuple tuple = Tuple.tuple().addUUID(submissionId).addString(partnerId);
        for (List<Integer> column : List.of(interchanges, groups, sets, ordinals)) {
            tuple.addArrayOfInteger(column.toArray(Integer[]::new));
        }
        tuple.addArrayOfString(patientControlNumbers.toArray(String[]::new))
                .addArrayOfLong(charges.toArray(Long[]::new))
                .addArrayOfShort(lineCounts.toArray(Short[]::new))
                .addArrayOfInteger(servicesFrom.toArray(Integer[]::new))
                .addArrayOfInteger(servicesTo.toArray(Integer[]::new));
        for (List<String> column : List.of(billingNpis, payerCodes, payerIds, states, statuses, notes)) {
            tuple.addArrayOfString(column.toArray(String[]::new));
        }
        for (List<Long> column : ranges) {
            tuple.addArrayOfLong(column.toArray(Long[]::new));
        }
        return tuple.addArrayOfLong(patientKeys.toArray(Long[]::new))
                .addArrayOfBuffer(histories.stream().map(packed -> sealed(packed, sealer)).toArray(Buffer[]::new))
                .addString(sealer.keyId());
    }

    private static Buffer sealed(byte[] packed, Sealer sealer) {
        return packed == null ? null : sealer.seal(Sealer.Purpose.HISTORY, Buffer.buffer(packed));
    }
}
