package dev.claimgate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The line between gateways and their PostgreSQL: passes everything on, remembers what was written, and can do something just
 * before the database hears of a commit, or when it has committed and nobody has heard of that.
 */
final class DatabaseLine implements AutoCloseable {
    /** When, seen from a commit. */
    enum Side { BEFORE, AFTER }

    private static final Pattern WRITES = Pattern.compile("(?i)(^|;\n)(with .* )?(insert|update|delete) ", Pattern.DOTALL);

    private final int databasePort;
    private final ServerSocket server;
    private final List<DatabaseWire> wires = new ArrayList<>();
    private final Set<String> written = new TreeSet<>();
    private Predicate<String> which = statements -> false;
    private Side side;
    private Runnable action;

    DatabaseLine(int databasePort) throws IOException {
        this.databasePort = databasePort;
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "database-line");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket gateway = server.accept();
                open(gateway);
            } catch (IOException closedOrNoDatabase) {
                // A gateway that is not let through sees its connection end, as it would without this line.
            }
        }
    }

    private synchronized void open(Socket gateway) throws IOException {
        try {
            DatabaseWire wire = new DatabaseWire(this, gateway, new Socket(InetAddress.getLoopbackAddress(), databasePort));
            wires.removeIf(DatabaseWire::closed);
            wires.add(wire);
            wire.start();
        } catch (IOException e) {
            gateway.close();
            throw e;
        }
    }

    /**
     * Does it, once, at the next commit that changes something.
     *
     * @param statements which one: tells from all statements of the transaction
     */
    synchronized void at(Predicate<String> statements, Side when, Runnable what) {
        which = statements;
        side = when;
        action = what;
    }

    /** On which side of this commit something is to be done, if at all. */
    synchronized Side side(String statements) {
        if (WRITES.matcher(statements).find()) {
            written.add(statements);
        }
        return action != null && which.test(statements) ? side : null;
    }

    /** The moment has come. False if it came on another connection before. */
    boolean reached() {
        Runnable now;
        synchronized (this) {
            now = action;
            action = null;
        }
        if (now != null) {
            now.run();
        }
        return now != null;
    }

    /** Statements of each transaction that could change something, since the last call. */
    synchronized Set<String> written() {
        Set<String> all = new TreeSet<>(written);
        written.clear();
        return all;
    }

    @Override
    public synchronized void close() throws IOException {
        server.close();
        wires.forEach(DatabaseWire::close);
    }
}
