package dev.claimgate.store;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeRelease;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.PartPeriod;
import dev.claimgate.codes.TableSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts, releases and activations of the code tables, in the transaction of one connection. Blocks. */
final class CodeCatalog {
    /** Told on commit to whoever listens. */
    static final String CHANNEL = "claimgate_codes";

    private final Connection connection;
    private final Clock clock;

    CodeCatalog(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** A part as it stands in the database. */
    record Part(CodeKind kind, String owner, String name, String source, String digest, boolean builtIn) {
    }

    /** Until the transaction ends nobody else publishes; reading goes on. */
    void lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table code_release in share row exclusive mode");
        }
    }

    /** The release in use; empty before the first one. */
    Optional<Long> inUse() throws SQLException {
        return one("select release_id from code_activation order by id desc limit 1");
    }

    boolean exists(long releaseId) throws SQLException {
        return one("select id from code_release where id = ?", releaseId).isPresent();
    }

    Optional<Long> releaseOf(String digest) throws SQLException {
        return one("select max(id) from code_release where digest = ?", digest).filter(id -> id > 0);
    }

    Optional<Long> part(CodeKind kind, String owner, String digest) throws SQLException {
        return one("select id from code_part where kind = ? and owner = ? and digest = ?", kind.name(), owner, digest);
    }

    long addPart(Part part) throws SQLException {
        return one("""
                insert into code_part (kind, owner, name, source, digest, row_count, newest_start, built_in, imported_at)
                values (?, ?, ?, ?, ?, 0, 0, ?, ?) returning id""", part.kind.name(), part.owner, part.name, part.source,
                part.digest, part.builtIn, now()).orElseThrow();
    }

    void finishPart(long part, int rows, int newestStart) throws SQLException {
        update("update code_part set row_count = ?, newest_start = ? where id = ?", rows, newestStart, part);
    }

    int rowsOf(long part) throws SQLException {
        return one("select row_count from code_part where id = ?", part).orElseThrow().intValue();
    }

    /** The parts of a release with their days, in the order of their kinds. */
    List<PartPeriod> periods(long releaseId) throws SQLException {
        return periods(releaseId, false);
    }

    /** Of them, those of the built-in pack. */
    List<PartPeriod> builtIn(long releaseId) throws SQLException {
        return periods(releaseId, true);
    }

    /** What a release is made of, for citations. */
    List<TableSource> sources(long releaseId) throws SQLException {
        List<TableSource> sources = new ArrayList<>();
        try (PreparedStatement select = prepare("""
                select k.kind, k.owner, k.name, k.built_in, p.valid_from, p.valid_to
                from code_release_part p join code_part k on k.id = p.part_id where p.release_id = ? order by p.valid_from""",
                releaseId); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sources.add(new TableSource(CodeKind.valueOf(row.getString(1)), row.getString(2), row.getString(3), releaseId,
                        row.getBoolean(4), row.getInt(5), row.getInt(6)));
            }
        }
        return sources;
    }

    private List<PartPeriod> periods(long releaseId, boolean onlyBuiltIn) throws SQLException {
        List<PartPeriod> periods = new ArrayList<>();
        try (PreparedStatement select = prepare("""
                select p.part_id, k.kind, k.owner, p.valid_from, p.valid_to
                from code_release_part p join code_part k on k.id = p.part_id
                where p.release_id = ? and (k.built_in or not ?)""", releaseId, onlyBuiltIn);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                periods.add(new PartPeriod(row.getLong(1), CodeKind.valueOf(row.getString(2)), row.getString(3), row.getInt(4),
                        row.getInt(5)));
            }
        }
        periods.sort(PartPeriod.ORDER);
        return periods;
    }

    /** Publishes a release and puts it in use; whoever listens is told when this is committed. */
    long publish(String name, String source, String digest, int effective, List<PartPeriod> periods) throws SQLException {
        long release = one("""
                insert into code_release (name, source, digest, row_count, effective, ended, published_at)
                values (?, ?, ?, 0, ?, ?, ?) returning id""", name, source, digest, effective, CodeTableRows.NEVER, now())
                .orElseThrow();
        for (PartPeriod period : periods) {
            update("insert into code_release_part (release_id, part_id, valid_from, valid_to) values (?, ?, ?, ?)", release,
                    period.part(), period.from(), period.to());
        }
        update("""
                update code_release set row_count = (select coalesce(sum(row_count), 0) from code_part
                where id in (select part_id from code_release_part where release_id = ?)) where id = ?""", release, release);
        activate(release);
        return release;
    }

    void activate(long releaseId) throws SQLException {
        update("insert into code_activation (release_id, activated_at) values (?, ?)", releaseId, now());
        try (Statement statement = connection.createStatement()) {
            statement.execute("notify " + CHANNEL);
        }
    }

    CodeRelease describe(long releaseId) throws SQLException {
        List<String> builtIn = new ArrayList<>();
        try (PreparedStatement select = prepare("""
                select distinct k.kind from code_release_part p join code_part k on k.id = p.part_id
                where p.release_id = ? and k.built_in and p.valid_to = 99991231 order by 1""", releaseId);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                builtIn.add(CodeKind.valueOf(row.getString(1)).title());
            }
        }
        try (PreparedStatement select = prepare("select name from code_release where id = ?", releaseId);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new DatabaseException("no code release has the id " + releaseId);
            }
            return new CodeRelease(releaseId, row.getString(1), builtIn);
        }
    }

    private Object now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Optional<Long> one(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters); ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
