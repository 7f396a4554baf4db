package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Interchanges to payers: prepared with their bytes and control number before the first byte leaves, repeated with the same
 * bytes until the payer has them. Several gateways on one database share the work.
 */
public final class OutboundInterchanges {
    /** {@code last_error} is for people: longer texts are cut. */
    private static final int ERROR_LENGTH_MAX = 300;
    private static final String NUMBER = """
            insert into payer_control_number as n (payer_id, next) values ($1, 2)
            on conflict (payer_id) do update set next = case n.next when 999999999 then 1 else n.next + 1 end
            returning case next when 1 then 999999999 else next - 1 end as number""";
    private static final String INSERT = """
            insert into outbound_interchange (payer_id, control_number, originator_id, claim_count, bytes, key_id, state,
                                              created_at, next_attempt_at, set_count, claim_ids, billing_providers)
            values ($1, $2, $3, $4, $5, $7, 'READY', $6, $6, $8, $9,
                    array(select distinct billing_npi from claim where id = any($9))) returning id""";
    // One gateway at a time makes interchanges of a payer, so that their ids rise in the order of the claims. What waits for a
    // payer that is down stays claims, which later go together, and does not become ever more small interchanges.
    private static final String ONE_AT_A_TIME =
            "select pg_try_advisory_xact_lock(hashtext('payer interchanges'), hashtext($1)) and"
                    + PayerGates.IS_OPEN + """
             and (select count(*) from outbound_interchange
                  where payer_id = $1 and state = 'READY' and claim_count <= $3) < $4 as mine""";
    private static final String QUEUE = """
            with taken as (delete from waiting_claim where payer_id = $4 and claim_id = any($2) returning claim_id)
            update claim set state = 'QUEUED', outbound_id = $1, outbound_set = 1 + (q.n - 1) / $3
            from unnest($2::bigint[]) with ordinality as q(id, n) join taken on taken.claim_id = q.id where claim.id = q.id""";
    private static final String NEEDS_ATTENTION = """
            update claim c set state = 'NEEDS_ATTENTION', note = $2 from outbound_interchange o
            where o.id = $1 and c.id = any(o.claim_ids) and c.state = 'QUEUED'""";
    private static final String TAKE = """
            update outbound_interchange set attempts = attempts + 1, next_attempt_at = $3
            where """ + PayerGates.IS_OPEN + """
              and id = (select id from outbound_interchange o
                        where payer_id = $1 and state = 'READY' and next_attempt_at <= $2
                          and not exists (select 1 from outbound_interchange e
                                          where e.payer_id = $1 and e.state = 'READY' and e.id < o.id
                                            and e.billing_providers && o.billing_providers)
                        order by case when $4 then claim_count else 0 end, next_attempt_at, id limit 1
                        for update skip locked)
            returning id, control_number, attempts, created_at, bytes, key_id""";
    private static final String SENT = """
            update outbound_interchange set state = 'SENT', sent_at = $2, last_error = null
            where id = $1 and state = 'READY'""";
    private static final String FAILED = """
            update outbound_interchange set next_attempt_at = $2, last_error = $3 where id = $1 and state = 'READY'""";
    private static final String DUE_NOW = """
            update outbound_interchange set next_attempt_at = $1 where state = 'READY' and next_attempt_at > $1""";
    private static final String REFUSED = """
            update outbound_interchange set state = 'REJECTED', last_error = $2 where id = $1 and state = 'READY'""";

    private final Pool pool;
    private final Clock clock;
    private final Sealer sealer;

    /** Without encryption. */
    public OutboundInterchanges(Pool pool, Clock clock) {
        this(pool, clock, Sealer.NONE);
    }

    public OutboundInterchanges(Pool pool, Clock clock, Sealer sealer) {
        this.pool = pool;
        this.clock = clock;
        this.sealer = sealer;
    }

    /**
     * Turns waiting claims of a payer into interchanges that are ready to be sent, in one transaction.
     *
     * @param claimsMax most claims taken
     * @param readyMax  none is made while so many of this size, or smaller, are ready
     * @return how many interchanges were prepared; 0 when no claim waits
     */
    public Future<Integer> prepare(String payerId, int claimsMax, int readyMax, OutboundWriter writer) {
        return pool.withTransaction(connection -> waiting(connection, payerId, claimsMax, readyMax).compose(claims -> {
            List<List<StoredClaim>> groups = claims.isEmpty() ? List.of() : writer.group(claims);
            Future<Void> done = Future.succeededFuture();
            for (List<StoredClaim> group : groups) {
                done = done.compose(v -> prepareOne(connection, payerId, group, writer));
            }
            return done.map(groups.size());
        }));
    }

    private Future<List<StoredClaim>> waiting(SqlConnection connection, String payerId, int claimsMax, int readyMax) {
        return connection.preparedQuery(ONE_AT_A_TIME)
                .execute(Tuple.of(payerId, OffsetDateTime.now(clock), claimsMax, readyMax))
                .compose(rows -> rows.iterator().next().getBoolean("mine")
                        ? WaitingClaims.oldest(connection, payerId, claimsMax, sealer) : Future.succeededFuture(List.of()));
    }

    /**
     * Takes the interchange that is due for longest, but none that would overtake an earlier one with claims of the same
     * billing provider. Nobody else takes it before {@code lease} is over; if this process dies,
     * it is due again then.
     *
     * @param smallest take the one with the fewest claims instead
     */
    public Future<Optional<OutboundDelivery>> take(String payerId, Duration lease, boolean smallest) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return pool.preparedQuery(TAKE).execute(Tuple.of(payerId, now, now.plus(lease), smallest)).map(rows -> {
            if (rows.size() == 0) {
                return Optional.empty();
            }
            var row = rows.iterator().next();
            return Optional.of(new OutboundDelivery(row.getLong("id"), row.getInteger("control_number"),
                    row.getInteger("attempts"), row.getOffsetDateTime("created_at").toZonedDateTime(),
                    sealer.open(Sealer.Purpose.OUTBOUND, row.getBuffer("bytes"), row.getString("key_id"))));
        });
    }

    /**
     * Makes all that is ready due at once. For the start of a gateway that has the database to itself: what it was delivering
     * when it was killed need not wait until its lease is over. The payer knows it again by its control number.
     */
    public Future<Void> makeAllDue() {
        return pool.preparedQuery(DUE_NOW).execute(Tuple.of(OffsetDateTime.now(clock))).mapEmpty();
    }

    /** The payer has it: the interchange is SENT, with its claims, and its answer is kept, in one transaction. */
    public Future<Void> sent(String payerId, OutboundDelivery delivery, Buffer reply) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return pool.withTransaction(connection ->
                connection.preparedQuery(SENT).execute(Tuple.of(delivery.id(), now))
                        .compose(v -> PayerReplies.keep(connection, payerId, reply, now, sealer)).mapEmpty());
    }

    /**
     * The payer refuses this interchange for what it is: no further attempt, its claims need a person. Not if it has it already,
     * as its 999 for an earlier attempt may tell.
     */
    public Future<Void> refused(String payerId, OutboundDelivery delivery, String reason, Buffer reply) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return pool.withTransaction(connection ->
                connection.preparedQuery(REFUSED).execute(Tuple.of(delivery.id(), cut(reason)))
                        .compose(refused -> refused.rowCount() == 0 ? Future.succeededFuture()
                                : connection.preparedQuery(NEEDS_ATTENTION).execute(Tuple.of(delivery.id(), cut(reason))))
                        .compose(v -> PayerReplies.keep(connection, payerId, reply, now, sealer)).mapEmpty());
    }

    /** The attempt failed; the next one comes after {@code delay}. */
    public Future<Void> failed(OutboundDelivery delivery, String error, Duration delay) {
        return failed(pool, delivery, error, OffsetDateTime.now(clock).plus(delay));
    }

    /**
     * The attempt failed because the payer wants to be left alone.
     *
     * @param delay before the next attempt of this interchange
     * @param pause before anything goes to this payer
     */
    public Future<Void> busy(String payerId, OutboundDelivery delivery, String error, Duration delay, Duration pause) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return pool.withTransaction(connection -> failed(connection, delivery, error, now.plus(delay))
                .compose(v -> PayerGates.pause(connection, payerId, now.plus(pause))));
    }

    private static Future<Void> failed(SqlClient client, OutboundDelivery delivery, String error, OffsetDateTime next) {
        return client.preparedQuery(FAILED).execute(Tuple.of(delivery.id(), next, cut(error))).mapEmpty();
    }

    private Future<Void> prepareOne(SqlConnection connection, String payerId, List<StoredClaim> claims,
                                    OutboundWriter writer) {
        Long[] ids = claims.stream().map(StoredClaim::id).toArray(Long[]::new);
        return connection.preparedQuery(NUMBER).execute(Tuple.of(payerId)).compose(rows -> {
            int number = rows.iterator().next().getInteger("number");
            OutboundNumbers numbers = new OutboundNumbers(number, ZonedDateTime.now(clock));
            return writer.write(numbers, claims)
                    .compose(bytes -> insert(connection, payerId, numbers, ids, bytes, writer.claimsPerSetMax()));
        }).compose(rows -> {
            long id = rows.iterator().next().getLong("id");
            return queue(connection, payerId, ids, Tuple.of(id, ids, writer.claimsPerSetMax(), payerId));
        });
    }

    /** Fails where one of them waits no longer: no claim is ever in two interchanges. */
    private static Future<Void> queue(SqlConnection connection, String payerId, Long[] ids, Tuple values) {
        return connection.preparedQuery(QUEUE).execute(values).compose(queued -> queued.rowCount() == ids.length
                ? Future.succeededFuture() : Future.failedFuture(new IllegalStateException((ids.length - queued.rowCount())
                        + " claims for payer " + payerId + " waited no longer; no interchange is made of the others")));
    }

    private Future<RowSet<Row>> insert(SqlConnection connection, String payerId, OutboundNumbers numbers, Long[] claims,
                                       byte[] bytes, int claimsPerSetMax) {
        return connection.preparedQuery(INSERT).execute(Tuple.of(payerId, numbers.controlNumber(),
                numbers.originatorId(), claims.length, sealer.seal(Sealer.Purpose.OUTBOUND, Buffer.buffer(bytes)),
                numbers.createdAt().toOffsetDateTime()).addString(sealer.keyId())
                .addInteger((claims.length + claimsPerSetMax - 1) / claimsPerSetMax).addArrayOfLong(claims));
    }

    private static String cut(String text) {
        return text.length() <= ERROR_LENGTH_MAX ? text : text.substring(0, ERROR_LENGTH_MAX);
    }
}
