package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How received files stand. Every query names the partner who asks: files of others are not found. */
public final class SubmissionQueries {
    /** Acknowledgements listed at once; a file may have one for each of its interchanges, groups and sets. */
    public static final int ACKNOWLEDGEMENTS_MAX = 1000;

    private static final String FIND = """
            select id, state, channel, received_at, validated_at, byte_count, sha256, format, summary
            from submission where id = $1 and partner_id = $2 and state <> 'STAGED'""";
    private static final String ACKNOWLEDGEMENTS = """
            select id, kind, origin, interchange_ordinal, control_number, byte_count, created_at
            from acknowledgement
            where submission_id = $1 and partner_id = $2 and kind = any ($3)
            order by id limit $4""";

    private final SqlClient database;

    public SubmissionQueries(Pool database) {
        this.database = database;
    }

    /** @param kinds the acknowledgements to list with it */
    public Future<Optional<SubmissionView>> find(String partnerId, UUID id, Set<String> kinds) {
        return database.preparedQuery(FIND).execute(Tuple.of(id, partnerId)).compose(rows -> rows.size() == 0
                ? Future.succeededFuture(Optional.empty())
                : acknowledgements(partnerId, id, kinds)
                        .map(acknowledgements -> Optional.of(view(rows.iterator().next(), acknowledgements))));
    }

    /** Whether the partner sent this file. */
    public Future<Boolean> exists(String partnerId, UUID id) {
        return database.preparedQuery("select 1 from submission where id = $1 and partner_id = $2 and state <> 'STAGED'")
                .execute(Tuple.of(id, partnerId)).map(rows -> rows.size() > 0);
    }

    /** @param kinds of TA1, 999 and 277CA, those to list */
    public Future<List<AcknowledgementView>> acknowledgements(String partnerId, UUID id, Set<String> kinds) {
        Tuple parameters = Tuple.of(id, partnerId, kinds.toArray(String[]::new), ACKNOWLEDGEMENTS_MAX);
        return database.preparedQuery(ACKNOWLEDGEMENTS).execute(parameters).map(rows -> {
            List<AcknowledgementView> views = new ArrayList<>(rows.size());
            rows.forEach(row -> views.add(acknowledgement(row)));
            return views;
        });
    }

    private static SubmissionView view(Row row, List<AcknowledgementView> acknowledgements) {
        return new SubmissionView(row.getUUID("id"), row.getString("state"), row.getString("channel"),
                instant(row, "received_at").orElseThrow(), instant(row, "validated_at"), row.getLong("byte_count"),
                HexFormat.of().formatHex(row.getBuffer("sha256").getBytes()),
                Optional.ofNullable(row.getString("format")), Optional.ofNullable(row.getJsonObject("summary")),
                acknowledgements);
    }

    private static AcknowledgementView acknowledgement(Row row) {
        return new AcknowledgementView(row.getLong("id"), row.getString("kind"), row.getString("origin"),
                row.getInteger("interchange_ordinal"), row.getInteger("control_number"), row.getLong("byte_count"),
                instant(row, "created_at").orElseThrow());
    }

    static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
