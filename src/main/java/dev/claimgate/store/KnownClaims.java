package dev.claimgate.store;

import dev.claimgate.claim.EarlierClaim;
import dev.claimgate.claim.PackedClaim;
import dev.claimgate.codes.Days;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds accepted claims again, those of many patients or numbers in one statement. What a payer refused, or what was rejected
 * here, is not among them. Sees what is committed, and what its own transaction wrote.
 */
final class KnownClaims {
    /** Claims found by their numbers at once; further ones are the older ones. */
    private static final int NUMBERED_MAX = 10_000;
    private static final String STANDING = " in ('WAITING', 'QUEUED', 'SENT', 'PAYER_ACCEPTED', 'NEEDS_ATTENTION')";
    private static final String COLUMNS = """
            select c.patient_key, i.usage, c.history, c.history_key_id, s.received_at, told.number, told.processed
            """;
    private static final String JOINS = """
            join submission s on s.id = c.submission_id
            join interchange i on i.submission_id = c.submission_id and i.ordinal = c.interchange_ordinal
            left join lateral (select max(t.payer_claim_number) as number, bool_or(t.kind = '835') as processed
                from claim_status t where t.claim_id = c.id) told on true
            """;
    private static final String OF_PATIENTS = COLUMNS + """
            from unnest($2::bigint[], $3::int[]) as wanted(patient_key, since)
            cross join lateral (select * from claim
                where patient_key = wanted.patient_key and service_to >= wanted.since and partner_id = $1
                    and state""" + STANDING + " order by id desc limit $4) c\n" + JOINS + "order by c.id";
    private static final String NUMBERED = COLUMNS + """
            from claim c
            """ + JOINS + """
            where c.id in (select id from claim where partner_id = $1 and patient_control_number = any ($2)
                    union select claim_id from claim_status
                    where payer_claim_number = any ($3) and payer_claim_number <> '')
                and c.partner_id = $1 and c.history is not null and c.state""" + STANDING + " order by c.id desc limit $4";

    private final SqlClient client;
    private final String partnerId;
    private final Sealer sealer;
    private final ZoneId zone;

    /** @param zone in which days of receipt are told */
    KnownClaims(SqlClient client, String partnerId, Sealer sealer, ZoneId zone) {
        this.client = client;
        this.partnerId = partnerId;
        this.sealer = sealer;
        this.zone = zone;
    }

    /** Of each patient the newest claims with services on a day or after, oldest first. */
    Future<List<KnownClaim>> ofPatients(Map<Long, Integer> since, int claimsMax) {
        return client.preparedQuery(OF_PATIENTS)
                .execute(Tuple.tuple().addString(partnerId).addArrayOfLong(since.keySet().toArray(Long[]::new))
                        .addArrayOfInteger(since.values().toArray(Integer[]::new)).addInteger(claimsMax))
                .map(this::claims);
    }

    /** Claims with one of these CLM01, or to which a payer gave one of these numbers, oldest first. */
    Future<List<KnownClaim>> numbered(Collection<String> patientControlNumbers, Collection<String> payerClaimNumbers) {
        return client.preparedQuery(NUMBERED)
                .execute(Tuple.tuple().addString(partnerId).addArrayOfString(texts(patientControlNumbers))
                        .addArrayOfString(texts(payerClaimNumbers)).addInteger(NUMBERED_MAX))
                .map(rows -> {
                    List<KnownClaim> newestFirst = claims(rows);
                    Collections.reverse(newestFirst);
                    return newestFirst;
                });
    }

    private static String[] texts(Collection<String> received) {
        return received.stream().map(Columns::text).toArray(String[]::new);
    }

    private List<KnownClaim> claims(RowSet<Row> rows) {
        List<KnownClaim> claims = new ArrayList<>(rows.size());
        rows.forEach(row -> claims.add(claim(row)));
        return claims;
    }

    private KnownClaim claim(Row row) {
        Buffer packed = sealer.open(Sealer.Purpose.HISTORY, row.getBuffer(2), row.getString(3));
        EarlierClaim claim = PackedClaim.unpack(packed.getBytes(),
                Days.of(row.getOffsetDateTime(4).atZoneSameInstant(zone).toLocalDate()),
                Optional.ofNullable(row.getString(5)).orElse(""), Boolean.TRUE.equals(row.getBoolean(6)));
        return new KnownClaim(Optional.ofNullable(row.getLong(0)).orElse(0L), row.getString(1), claim);
    }
}
