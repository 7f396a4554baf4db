package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the partitions that keep the bytes of files by month ({@link ChunkMonth}). Several gateways may do so at once. Making
 * one reads {@value ChunkMonth#OTHER} once and locks it meanwhile, so that files received before version 18 of the schema cannot
 * be read then; uploads do not wait, as long as their month has its partition.
 */
public final class ChunkMonths {
    /** For one gateway at a time; let go with the transaction. */
    static final String ADVISORY_LOCK = "hashtext('submission_chunk months'), 0";
    /** Whoever needs a table waits behind one who waits to lock it: never longer than this. */
    static final String LOCK_TIMEOUT = "set local lock_timeout = '1s'";
    /** More are not moved while their table is locked; chunks have up to 1 MiB. */
    static final int MOVED_MAX = 1000;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String UNDEFINED_TABLE = "42P01";
    private static final Pattern TABLE = Pattern.compile("submission_chunk_([0-9]{4})_(0[1-9]|1[0-2])");
    private static final String LIST = """
            select c.relname, pg_get_expr(c.relpartbound, c.oid) from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'submission_chunk'::regclass order by c.relname""";
    /** Not by to_regclass, which may not know yet what another gateway has committed. */
    private static final String EXISTS = """
            select exists (select 1 from pg_class c join pg_class p on p.relnamespace = c.relnamespace
                where p.oid = 'submission_chunk'::regclass and c.relname = $1::text)""";
    private static final String IN_OTHER = "select count(*)::int from (select 1 from " + ChunkMonth.OTHER
            + " where submission_id >= $1 and submission_id < $2 limit " + (MOVED_MAX + 1) + ") c";

    private final Pool pool;

    public ChunkMonths(Pool pool) {
        this.pool = pool;
    }

    /**
     * Makes the partition of a month unless there is one; chunks of that month that came before it are moved there.
     *
     * @return whether it was made now. Fails, to be tried again later, if a table cannot be locked within a second, and with a
     *         {@link DatabaseException} if more than {@value #MOVED_MAX} chunks would have to be moved: these stay there
     */
    public Future<Boolean> make(YearMonth month) {
        ChunkMonth wanted = new ChunkMonth(month);
        return exists(pool, wanted).compose(there -> there ? Future.succeededFuture(false)
                : pool.withTransaction(connection -> run(connection, LOCK_TIMEOUT)
                        .compose(set -> run(connection, "select pg_advisory_xact_lock(" + ADVISORY_LOCK + ")"))
                        .compose(locked -> exists(connection, wanted))
                        .compose(madeMeanwhile -> madeMeanwhile ? Future.succeededFuture(false)
                                : make(connection, wanted).map(true))));
    }

    private static Future<Boolean> exists(SqlClient client, ChunkMonth month) {
        return client.preparedQuery(EXISTS).execute(Tuple.of(month.table()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static Future<Void> make(SqlConnection connection, ChunkMonth month) {
        return few(connection, month)
                .compose(few -> run(connection, "create table " + month.table() + " (like submission_chunk including all)"))
                .compose(made -> run(connection, "lock table " + ChunkMonth.OTHER + " in access exclusive mode"))
                .compose(locked -> few(connection, month))
                .compose(few -> connection.preparedQuery("with moved as (delete from " + ChunkMonth.OTHER
                        + " where submission_id >= $1 and submission_id < $2 returning *) insert into " + month.table()
                        + " select * from moved").execute(Tuple.of(month.from(), month.to())))
                .compose(moved -> run(connection, "alter table submission_chunk attach partition " + month.table() + " "
                        + month.bounds()));
    }

    private static Future<Void> few(SqlConnection connection, ChunkMonth month) {
        return connection.preparedQuery(IN_OTHER).execute(Tuple.of(month.from(), month.to())).compose(rows ->
                rows.iterator().next().getInteger(0) <= MOVED_MAX ? Future.succeededFuture()
                        : Future.failedFuture(new DatabaseException(month.table() + ": more than " + MOVED_MAX
                                + " chunks of that month lie in " + ChunkMonth.OTHER + " already; they stay there and are"
                                + " removed one by one")));
    }

    /** Those there are, oldest first: tables that have the name and the bounds of a month. */
    static Future<List<ChunkMonth>> before(SqlClient client, YearMonth first) {
        return client.query(LIST).execute().map(rows -> {
            List<ChunkMonth> months = new ArrayList<>();
            for (Row row : rows) {
                Matcher name = TABLE.matcher(row.getString(0));
                if (name.matches()) {
                    ChunkMonth month = new ChunkMonth(
                            YearMonth.of(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2))));
                    if (month.month().isBefore(first) && month.bounds().equals(row.getString(1))) {
                        months.add(month);
                    }
                }
            }
            return months;
        });
    }

    static Future<Void> run(SqlClient client, String sql) {
        return client.query(sql).execute().mapEmpty();
    }

    /** Whether somebody else held a lock too long. */
    static boolean lockNotAvailable(Throwable failure) {
        return failure instanceof PgException refused && LOCK_NOT_AVAILABLE.equals(refused.getSqlState());
    }

    /** Whether another gateway dropped the table meanwhile. */
    static boolean tableGone(Throwable failure) {
        return failure instanceof PgException refused && UNDEFINED_TABLE.equals(refused.getSqlState());
    }
}
