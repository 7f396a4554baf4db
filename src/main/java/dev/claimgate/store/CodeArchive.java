package dev.claimgate.store;

import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the releases of the code tables, compares them and puts an earlier one in use again. Blocks. */
public final class CodeArchive {
    private final PgConnectOptions database;
    private final Clock clock;

    public CodeArchive(PgConnectOptions database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A part of a release with the service days on which it judges. */
    public record Part(String kind, String owner, String name, String source, String digest, int rows, int from, int to,
                       boolean builtIn) {
    }

    /** A release, newest first in a list. */
    public record Release(long id, String name, String source, String digest, int rows, int effective, Instant publishedAt,
                          boolean inUse, List<Part> parts) {
    }

    public List<Release> releases() {
        return CodeConnection.inTransaction(database, connection -> {
            Optional<Long> inUse = new CodeCatalog(connection, clock).inUse();
            List<Release> releases = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("""
                    select id, name, source, digest, row_count, effective, published_at from code_release order by id desc""");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(1);
                    releases.add(new Release(id, row.getString(2), row.getString(3), row.getString(4), row.getInt(5),
                            row.getInt(6), row.getObject(7, OffsetDateTime.class).toInstant(),
                            inUse.filter(used -> used == id).isPresent(), parts(connection, id)));
                }
            }
            return releases;
        });
    }

    private static List<Part> parts(Connection connection, long release) throws SQLException {
        List<Part> parts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select k.kind, k.owner, k.name, k.source, k.digest, k.row_count, p.valid_from, p.valid_to, k.built_in
                from code_release_part p join code_part k on k.id = p.part_id
                where p.release_id = ? order by k.kind, k.owner, p.valid_from""")) {
            select.setLong(1, release);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    parts.add(new Part(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                            row.getInt(6), row.getInt(7), row.getInt(8), row.getBoolean(9)));
                }
            }
        }
        return parts;
    }

    /**
     * Puts an earlier release in use again, as a whole; all gateways take it up as they take up a new one.
     *
     * @return false if it is in use already
     * @throws DatabaseException if there is no such release
     */
    public boolean rollBack(long release) {
        return CodeConnection.inTransaction(database, connection -> {
            CodeCatalog catalog = new CodeCatalog(connection, clock);
            catalog.lock();
            require(catalog, release);
            if (catalog.inUse().filter(used -> used == release).isPresent()) {
                return false;
            }
            catalog.activate(release);
            return true;
        });
    }

    /**
     * What a claim of a service day meets in release {@code b} that it does not in {@code a}.
     *
     * @param day     service day; empty for the first one on which the parts that differ are in force
     * @param shownMax most differences told one by one of each kind
     * @throws DatabaseException if there is no such release
     */
    public CodeDifference difference(long a, long b, Optional<Integer> day, int shownMax) {
        return CodeConnection.inTransaction(database, connection -> {
            CodeCatalog catalog = new CodeCatalog(connection, clock);
            require(catalog, a);
            require(catalog, b);
            return new CodeComparison(connection, a, b, clock).run(day, shownMax);
        });
    }

    private static void require(CodeCatalog catalog, long release) throws SQLException {
        if (!catalog.exists(release)) {
            throw new DatabaseException("no release of the code tables has the number " + release
                    + ", must be one of ./claimgate codes list");
        }
    }
}
