package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must have become of files and claims when all work is done, whatever happened to the gateway meanwhile. */
final class ExactlyOnce {
    private final GatewayProcess gateway;
    private final ClaimSender sender;
    private final TestPayers payers;

    ExactlyOnce(GatewayProcess gateway, ClaimSender sender, TestPayers payers) {
        this.gateway = gateway;
        this.sender = sender;
        this.payers = payers;
    }

    /** Waits until nothing is left to do, then looks at everything. */
    void check() {
        GatewayProcess.await("end of all work", 120, this::allDone);
        everyFileIsWholeAndValidated();
        everyClaimIsStoredOnce();
        everyFileIsAnsweredOnce();
        everyClaimIsToldOnce("GATEWAY", "select patient_control_number from claim");
        everyAcceptedClaimIsProcessedOnce();
        everyClaimIsToldOnce("PAYER", "select patient_control_number from claim where state like 'PAYER_%'");
        everyRepeatIsTheSame();
    }

    private boolean allDone() {
        return gateway.rows("""
                select 1 from submission where state = 'RECEIVED' union all
                select 1 from claim where state in ('WAITING', 'QUEUED', 'SENT') union all
                select 1 from waiting_claim union all
                select 1 from outbound_interchange where state in ('READY', 'SENT') union all
                select 1 from payer_reply where state = 'RECEIVED'""").isEmpty() && payers.repliesWaiting() == 0;
    }

    /** Those that were answered with yes are there; those that got no answer may be there, but not a part of them. */
    private void everyFileIsWholeAndValidated() {
        Set<String> there = new HashSet<>();
        gateway.rows("""
                select encode(s.sha256, 'hex'), s.id, s.state, sum(length(c.bytes)) = s.byte_count,
                       encode(sha256(string_agg(c.bytes, '' order by c.sequence)), 'hex') = encode(s.sha256, 'hex')
                from submission s left join submission_chunk c on c.submission_id = s.id group by s.id""")
                .forEach(row -> {
                    assertThat(sender.sent()).as("files that were sent, by their bytes").containsKey(row.get(0));
                    assertThat(row.subList(2, 5)).as(row.toString()).containsExactly("VALIDATED", "t", "t");
                    there.add(row.get(1));
                });
        Set<String> confirmed = new HashSet<>();
        sender.confirmed().keySet().forEach(id -> confirmed.add(id.toString()));
        assertThat(there).containsAll(confirmed)
                .hasSizeLessThanOrEqualTo(confirmed.size() + sender.unanswered().size());
    }

    private void everyClaimIsStoredOnce() {
        Map<String, Integer> expected = new TreeMap<>();
        gateway.rows("select id, encode(sha256, 'hex') from submission")
                .forEach(row -> expected.put(row.get(0), sender.sent().get(row.get(1))));
        Map<String, Integer> stored = new TreeMap<>();
        gateway.rows("""
                select submission_id, count(*), count(distinct (interchange_ordinal, group_ordinal, set_ordinal, ordinal)),
                       count(distinct patient_control_number) from claim group by 1""").forEach(row -> {
            stored.put(row.get(0), Integer.parseInt(row.get(1)));
            assertThat(row.subList(2, 4)).as("different claims of " + row.get(0)).containsOnly(row.get(1));
        });
        assertThat(stored).as("claims by file").isEqualTo(expected);
    }

    /** A sample file asks for a TA1 and has one group. */
    private void everyFileIsAnsweredOnce() {
        gateway.rows("""
                select s.id, string_agg(a.kind, ' ' order by a.id) from submission s
                left join acknowledgement a on a.submission_id = s.id and a.origin = 'GATEWAY' group by 1""")
                .forEach(row -> assertThat(row.get(1)).as("answers to " + row.get(0)).isEqualTo("TA1 999 277CA"));
    }

    private void everyClaimIsToldOnce(String origin, String patientControlNumbers) {
        Map<String, Integer> expected = new TreeMap<>();
        gateway.rows(patientControlNumbers).forEach(row -> expected.merge(row.get(0), 1, Integer::sum));
        Map<String, Integer> told = new TreeMap<>();
        gateway.rows("""
                select split_part(segment, '*', 3) from acknowledgement a, lateral (
                    select unnest(string_to_array(string_agg(convert_from(bytes, 'LATIN1'), '' order by sequence), '~'))
                           as segment from acknowledgement_chunk where acknowledgement_id = a.id) s
                where origin = '%s' and kind = '277CA' and segment like 'TRN*2*%%'""".formatted(origin))
                .stream().map(row -> row.get(0)).filter(expected::containsKey)
                .forEach(number -> told.merge(number, 1, Integer::sum));
        assertThat(told.equals(expected)).as("277CA of origin %s: %d claims told, %d expected", origin, told.size(),
                expected.size()).isTrue();
    }

    private void everyAcceptedClaimIsProcessedOnce() {
        for (int i = 0; i < TestPayers.CODES.size(); i++) {
            JsonObject processed = payers.claimsProcessed(i);
            JsonObject accepted = new JsonObject();
            gateway.rows("select id from claim where payer_id = '" + TestPayers.id(i) + "'")
                    .forEach(row -> accepted.put(row.get(0), 1));
            assertThat(accepted.size()).isPositive();
            assertThat(processed.equals(accepted)).as("%s processed %d claims, %d were accepted", TestPayers.id(i),
                    processed.size(), accepted.size()).isTrue();
        }
        assertThat(gateway.rows("select distinct state from claim order by 1")).isSubsetOf(
                List.of("PAYER_ACCEPTED"), List.of("PAYER_REJECTED"), List.of("REJECTED"));
        assertThat(gateway.rows("select claim_id from claim_status where kind = '277CA' group by 1 having count(*) > 1"))
                .isEmpty();
    }

    /** What a payer got again was the same to the byte. */
    private void everyRepeatIsTheSame() {
        for (int i = 0; i < TestPayers.CODES.size(); i++) {
            payers.line(i).delivered().forEach((number, texts) ->
                    assertThat(texts).as("interchange " + number).hasSize(1));
        }
    }
}
