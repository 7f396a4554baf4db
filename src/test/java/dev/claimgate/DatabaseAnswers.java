package dev.claimgate;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What PostgreSQL answers on one connection: passed on, held back for a moment, or from some commit on never passed on. */
final class DatabaseAnswers {
    private final DataInputStream in;
    private final OutputStream out;
    private final DatabaseLine line;
    private final ByteArrayOutputStream withheld = new ByteArrayOutputStream();
    private boolean withholds;
    private boolean ended;
    private String outcome = "";
    /** ReadyForQuery: one after the log-in, one after each request. */
    private int readyExpected = 1;
    private int ready;
    private int lastReady = Integer.MAX_VALUE;

    DatabaseAnswers(DataInputStream in, OutputStream out, DatabaseLine line) {
        this.in = in;
        this.out = out;
        this.line = line;
    }

    void pass() throws IOException {
        while (true) {
            int type = in.readByte();
            int length = in.readInt();
            byte[] body = in.readNBytes(length - 4);
            if (!pass(type, body)) {
                line.reached();
                return;
            }
        }
    }

    /** False when this answer is the first that nobody is to hear, and all of it is there. */
    private synchronized boolean pass(int type, byte[] body) throws IOException {
        ready += type == 'Z' ? 1 : 0;
        if (ready >= lastReady) {
            return false;
        }
        OutputStream to = withholds || ready == lastReady - 1 && type != 'Z' ? withheld : out;
        to.write(DatabaseWire.message(type, body));
        if (type == 'C' || type == 'E') {
            outcome = new String(body, StandardCharsets.UTF_8);
            notifyAll();
        }
        return true;
    }

    synchronized void decline() throws IOException {
        out.write('N');
    }

    synchronized void expectReady() {
        readyExpected++;
    }

    /** The answer to the next request is the first that nobody hears. */
    synchronized void reachedAfterNext() {
        lastReady = readyExpected + 1;
    }

    synchronized void withhold() {
        withholds = true;
        outcome = "";
    }

    synchronized void release() throws IOException {
        withholds = false;
        withheld.writeTo(out);
        withheld.reset();
    }

    /** Waits for the answer to a statement; whether it inserted, changed or removed a row. */
    synchronized boolean rowsChanged() throws InterruptedException {
        while (outcome.isEmpty() && !ended) {
            wait();
        }
        return outcome.matches("(INSERT 0|UPDATE|DELETE) [1-9][0-9]*\0");
    }

    synchronized void awaitEnd() throws InterruptedException {
        while (!ended) {
            wait();
        }
    }

    synchronized void ended() {
        ended = true;
        notifyAll();
    }
}
