package dev.claimgate.store;

import dev.claimgate.reply.PaymentAnswer;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How claims stand. Every query names the partner who asks: claims of others are not found. */
public final class ClaimQueries {
    /** Claims listed at once. */
    public static final int CLAIMS_MAX = 100;
    private static final int STATUSES_MAX = 1000;

    private static final String FIND = """
            select c.id, c.submission_id, c.patient_control_number, claim_state(c.state, o.state) as state, c.charge_cents,
                   c.line_count, c.service_from, c.service_to, c.billing_npi, c.payer_code, c.payer_id, c.statuses,
                   s.received_at, s.validated_at, o.control_number, o.created_at as queued_at, o.sent_at
            from claim c join submission s on s.id = c.submission_id
                         left join outbound_interchange o on o.id = c.outbound_id
            where c.id = $1 and c.partner_id = $2""";
    private static final String PAYER_STATUSES = """
            select kind, accepted, statuses, payer_claim_number, recorded_at from (
                select 1 as rank, id, kind, accepted, statuses, payer_claim_number, recorded_at from claim_status
                where claim_id = $1
                union all
                select 0, o.id, o.kind, o.accepted, o.statuses, '', o.recorded_at
                from claim c join outbound_status o on o.outbound_id = c.outbound_id and o.outbound_set in (0, c.outbound_set)
                where c.id = $1) told
            order by recorded_at, rank, id limit $2""";
    private static final String BY_NUMBER = """
            select c.id, c.submission_id, c.patient_control_number, claim_state(c.state, o.state) as state, c.charge_cents
            from claim c left join outbound_interchange o on o.id = c.outbound_id
            where c.partner_id = $1 and c.patient_control_number = $2 order by c.id desc limit $3""";

    private final SqlClient database;

    public ClaimQueries(Pool database) {
        this.database = database;
    }

    /** @param id our number of the claim, as payers get it in REF*D9 */
    public Future<Optional<ClaimView>> find(String partnerId, long id) {
        return database.preparedQuery(FIND).execute(Tuple.of(id, partnerId)).compose(claims -> claims.size() == 0
                ? Future.succeededFuture(Optional.empty())
                : database.preparedQuery(PAYER_STATUSES).execute(Tuple.of(id, STATUSES_MAX))
                        .map(statuses -> Optional.of(view(claims.iterator().next(), statuses))));
    }

    /** Newest first, at most {@value #CLAIMS_MAX}. */
    public Future<List<ClaimSummary>> byPatientControlNumber(String partnerId, String number) {
        return database.preparedQuery(BY_NUMBER).execute(Tuple.of(partnerId, number, CLAIMS_MAX)).map(rows -> {
            List<ClaimSummary> claims = new ArrayList<>(rows.size());
            rows.forEach(row -> claims.add(new ClaimSummary(row.getLong("id"), row.getUUID("submission_id"),
                    row.getString("patient_control_number"), row.getString("state"), row.getLong("charge_cents"))));
            return claims;
        });
    }

    private static ClaimView view(Row claim, RowSet<Row> payerStatuses) {
        return new ClaimView(claim.getLong("id"), claim.getUUID("submission_id"),
                claim.getString("patient_control_number"), claim.getString("state"), claim.getLong("charge_cents"),
                claim.getInteger("line_count"), date(claim.getInteger("service_from")),
                date(claim.getInteger("service_to")), claim.getString("billing_npi"), claim.getString("payer_code"),
                Optional.ofNullable(claim.getString("payer_id")), words(claim.getString("statuses")),
                timeline(claim, payerStatuses));
    }

    private static List<ClaimEvent> timeline(Row claim, RowSet<Row> payerStatuses) {
        List<ClaimEvent> events = new ArrayList<>();
        events.add(ClaimEvent.ours(instant(claim, "received_at").orElseThrow(), "RECEIVED", List.of()));
        instant(claim, "validated_at").ifPresent(at -> events.add(verdict(claim, at)));
        instant(claim, "queued_at").ifPresent(at ->
                events.add(ClaimEvent.outbound(at, "QUEUED", claim.getInteger("control_number"))));
        instant(claim, "sent_at").ifPresent(at ->
                events.add(ClaimEvent.outbound(at, "SENT", claim.getInteger("control_number"))));
        payerStatuses.forEach(status -> events.add(payerAnswer(status)));
        return events;
    }

    private static ClaimEvent verdict(Row claim, Instant at) {
        String state = claim.getString("state");
        boolean rejected = state.equals("REJECTED") || state.equals("SET_REJECTED");
        return ClaimEvent.ours(at, rejected ? state : "ACCEPTED", words(claim.getString("statuses")));
    }

    private static ClaimEvent payerAnswer(Row status) {
        String event = status.getString("kind").equals("835") ? PaymentAnswer.event(status.getString("statuses"))
                : status.getBoolean("accepted") ? "PAYER_ACCEPTED" : "PAYER_REJECTED";
        return new ClaimEvent(instant(status, "recorded_at").orElseThrow(), event, words(status.getString("statuses")),
                Optional.of(status.getString("kind")), Optional.empty(),
                Optional.of(status.getString("payer_claim_number")).filter(number -> !number.isEmpty()));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return SubmissionQueries.instant(row, column);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }

    /** A rejected claim may carry no date, or one that no calendar has. */
    private static Optional<LocalDate> date(int yyyymmdd) {
        try {
            return yyyymmdd == 0 ? Optional.empty()
                    : Optional.of(LocalDate.of(yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
