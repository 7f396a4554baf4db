package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Accepted claims that wait for their payer. */
final class WaitingClaims {
    /** Most bytes of claims taken at once, so that an interchange stays a message and not a file. */
    static final long BYTES_MAX = 8L * 1024 * 1024;
    private static final String OLDEST = "select " + ClaimPlace.COLUMNS + " from claim c" + ClaimPlace.JOIN + """
            where c.id = any(array(select claim_id from waiting_claim where payer_id = $1 order by claim_id limit $2))
            order by c.id""";

    private WaitingClaims() {
    }

    /**
     * The oldest waiting claims of a payer, at most {@code claimsMax} and {@link #BYTES_MAX} bytes. Claims of one file come
     * together, in its order. Nobody else changes a waiting claim, so that whoever alone makes interchanges of this payer need
     * not lock it.
     */
    static Future<List<StoredClaim>> oldest(SqlConnection connection, String payerId, int claimsMax, Sealer sealer) {
        return connection.preparedQuery(OLDEST).execute(Tuple.of(payerId, claimsMax)).compose(rows -> {
            Map<UUID, List<ClaimPlace>> files = new LinkedHashMap<>();
            long bytes = 0;
            for (Row row : rows) {
                ClaimPlace place = ClaimPlace.of(row);
                bytes += place.claim().length();
                if (bytes > BYTES_MAX && !files.isEmpty()) {
                    break;
                }
                files.computeIfAbsent(place.submissionId(), id -> new ArrayList<>()).add(place);
            }
            return StoredClaims.read(connection, files.values().stream().flatMap(List::stream).toList(), sealer);
        });
    }
}
