package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Idempotency keys, each kept in the transaction of what its request brought, as long as that is kept. */
final class RequestKeys {
    // A second request with the key waits here until the first one is committed or rolled back.
    private static final String KEEP = """
            insert into request_key (partner_id, key, sha256, submissions, created_at) values ($1, $2, $3, $4, $5)
            on conflict do nothing""";
    private static final String FIND = "select sha256, submissions from request_key where partner_id = $1 and key = $2";

    private RequestKeys() {
    }

    /** Fails with {@link RepeatedRequestException} if the partner used the key before. */
    static Future<Void> keep(SqlClient client, String partnerId, String key, byte[] sha256, List<UUID> submissions,
                             Instant now) {
        Buffer hash = Buffer.buffer(sha256);
        return client.preparedQuery(KEEP)
                .execute(Tuple.of(partnerId, key, hash, submissions.toArray(UUID[]::new), now.atOffset(ZoneOffset.UTC)))
                .compose(rows -> rows.rowCount() == 1 ? Future.succeededFuture()
                        : client.preparedQuery(FIND).execute(Tuple.of(partnerId, key)).compose(found -> {
                            Row row = found.iterator().next();
                            return Future.failedFuture(new RepeatedRequestException(row.getBuffer(0).equals(hash),
                                    List.of(row.getArrayOfUUIDs(1))));
                        }));
    }
}
