package dev.claimgate;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection of a {@link DatabaseLine}, by PostgreSQL's protocol 3.0: which statements end in which commit. */
final class DatabaseWire {
    private static final int SSL_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;
    private static final byte[] FLUSH = {'H', 0, 0, 0, 4};

    private final DatabaseLine line;
    private final Socket gateway;
    private final Socket database;
    private final DatabaseAnswers answers;
    private final DataInputStream in;
    private final OutputStream out;
    private final Map<String, String> prepared = new HashMap<>();
    private final StringBuilder statements = new StringBuilder();
    private String bound = "";
    private boolean inTransaction;

    DatabaseWire(DatabaseLine line, Socket gateway, Socket database) throws IOException {
        this.line = line;
        this.gateway = gateway;
        this.database = database;
        gateway.setTcpNoDelay(true);
        database.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(gateway.getInputStream()));
        this.out = database.getOutputStream();
        this.answers = new DatabaseAnswers(new DataInputStream(new BufferedInputStream(database.getInputStream())),
                gateway.getOutputStream(), line);
    }

    void start() {
        thread(this::passRequests);
        thread(answers::pass);
    }

    private interface Passing {
        void run() throws IOException, InterruptedException;
    }

    private void thread(Passing passing) {
        Thread thread = new Thread(() -> {
            try {
                passing.run();
            } catch (IOException | InterruptedException ended) {
                // Either side has ended the connection; the other one learns it below.
            } finally {
                close();
            }
        }, "database-wire");
        thread.setDaemon(true);
        thread.start();
    }

    private void passRequests() throws IOException, InterruptedException {
        begin();
        while (true) {
            int type = in.readByte();
            byte[] body = in.readNBytes(in.readInt() - 4);
            if (!request(type, body)) {
                return;
            }
        }
    }

    /** Encryption is declined in the database's stead. */
    private void begin() throws IOException {
        byte[] body = in.readNBytes(in.readInt() - 4);
        int code = ByteBuffer.wrap(body).getInt();
        if (code == SSL_REQUEST || code == GSS_REQUEST) {
            answers.decline();
            begin();
        } else {
            out.write(ByteBuffer.allocate(body.length + 4).putInt(body.length + 4).put(body).array());
        }
    }

    /** False when the moment had come and the connection stands still. */
    private boolean request(int type, byte[] body) throws IOException, InterruptedException {
        switch (type) {
            case 'P' -> prepared.put(text(body, 0), text(body, text(body, 0).length() + 1));
            case 'B' -> bound = prepared.getOrDefault(text(body, text(body, 0).length() + 1), "");
            case 'E' -> executed(bound);
            case 'Q' -> executed(text(body, 0));
            default -> { }
        }
        boolean commits = (type == 'Q' || type == 'S') && !inTransaction && !statements.isEmpty();
        DatabaseLine.Side side = commits ? line.side(statements.toString()) : null;
        if (commits) {
            statements.setLength(0);
        }
        if (side != null && (type == 'Q' || changesSomething()) && standsStill(side, type, body)) {
            return false;
        }
        answers.release();
        send(type, body);
        return true;
    }

    private boolean standsStill(DatabaseLine.Side side, int type, byte[] body) throws IOException, InterruptedException {
        if (side == DatabaseLine.Side.BEFORE) {
            return line.reached();
        }
        answers.reachedAfterNext();
        send(type, body);
        answers.awaitEnd();
        return true;
    }

    /** A statement by itself is executed and not yet committed until the Sync that follows: its answer tells. */
    private boolean changesSomething() throws IOException, InterruptedException {
        answers.withhold();
        out.write(FLUSH);
        return answers.rowsChanged();
    }

    private void executed(String sql) {
        String word = sql.strip().toUpperCase(Locale.ROOT);
        if (word.startsWith("BEGIN") || word.startsWith("START TRANSACTION")) {
            inTransaction = true;
        } else if (word.startsWith("ROLLBACK")) {
            inTransaction = false;
            statements.setLength(0);
        } else {
            inTransaction &= !word.startsWith("COMMIT");
            statements.append(sql.strip()).append(";\n");
        }
    }

    private void send(int type, byte[] body) throws IOException {
        if (type == 'Q' || type == 'S') {
            answers.expectReady();
        }
        out.write(message(type, body));
    }

    /** In one piece, so that it is one packet. */
    static byte[] message(int type, byte[] body) {
        return ByteBuffer.allocate(body.length + 5).put((byte) type).putInt(body.length + 4).put(body).array();
    }

    private static String text(byte[] body, int from) {
        int end = from;
        while (body[end] != 0) {
            end++;
        }
        return new String(body, from, end - from, StandardCharsets.UTF_8);
    }

    boolean closed() {
        return gateway.isClosed();
    }

    void close() {
        try (gateway; database) {
            answers.ended();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
