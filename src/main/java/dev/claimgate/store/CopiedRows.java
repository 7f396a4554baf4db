package dev.claimgate.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * Rows of a query as COPY sends them in binary: while one is looked at, the server makes the next ones. Columns are taken from
 * left to right. Blocks; one thread.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS">Binary Format</a>
 */
final class CopiedRows implements AutoCloseable {
    private static final int SIGNATURE_BYTES = 11;
    private static final int END = -1;

    private final CopyOut copy;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    /** @param select without parameters */
    CopiedRows(CopyManager copies, String select) throws SQLException {
        copy = copies.copyOut("copy (" + select + ") to stdout (format binary)");
        need(SIGNATURE_BYTES + 2 * Integer.BYTES);
        bytes.position(bytes.position() + SIGNATURE_BYTES + Integer.BYTES);
        int extension = bytes.getInt();
        need(extension);
        bytes.position(bytes.position() + extension);
    }

    /** Goes to the next row; false behind the last one. */
    boolean next() throws SQLException {
        need(Short.BYTES);
        if (bytes.getShort() != END) {
            return true;
        }
        while (copy.isActive() && copy.readFromCopy() != null) {
            // the end of the statement follows the end of the rows
        }
        return false;
    }

    /** The next column, not null, of type {@code int}. */
    int integer() throws SQLException {
        take(Integer.BYTES);
        return bytes.getInt();
    }

    /** The next column, not null, of type {@code boolean}. */
    boolean flag() throws SQLException {
        take(Byte.BYTES);
        return bytes.get() != 0;
    }

    /** The next column, not null, of type {@code text}, as a packed code. */
    long code() throws SQLException {
        int length = take(0);
        need(length);
        long code = 0;
        for (int i = 0; i < length; i++) {
            code = code << Byte.SIZE | bytes.get() & 0xff;
        }
        return code;
    }

    /** Ends the statement, also before its last row. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** Length of the next column, with at least so many bytes at hand. */
    private int take(int length) throws SQLException {
        need(Integer.BYTES + length);
        return bytes.getInt();
    }

    /** The server sends a row at a time, but does not promise it. */
    private void need(int length) throws SQLException {
        while (bytes.remaining() < length) {
            byte[] more = copy.readFromCopy();
            if (more == null) {
                throw new DatabaseException("COPY ended within a row");
            }
            bytes = bytes.hasRemaining()
                    ? ByteBuffer.allocate(bytes.remaining() + more.length).put(bytes).put(more).flip() : ByteBuffer.wrap(more);
        }
    }
}
