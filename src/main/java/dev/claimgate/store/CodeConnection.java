package dev.claimgate.store;

import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A connection of its own for long work on code tables: COPY, which the gateway's pool cannot, and reading by cursor without an
 * event loop. Blocks.
 */
final class CodeConnection {
    private CodeConnection() {
    }

    /** What is done in one transaction. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Commits when the work returns, rolls back when it throws. */
    static <T> T inTransaction(PgConnectOptions database, Work<T> work) {
        try (Connection connection = DriverManager.getConnection(Database.jdbcUrl(database), database.getUser(),
                database.getPassword())) {
            connection.setAutoCommit(false);
            return inTransaction(connection, work);
        } catch (SQLException e) {
            throw new DatabaseException("database at " + database.getHost() + ":" + database.getPort()
                    + ": the code tables cannot be read or written (SQL state " + e.getSQLState() + "); is it up?", e);
        }
    }

    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.run(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done && !connection.isClosed()) {
                connection.rollback();
            }
        }
    }
}
