package dev.claimgate.cli;

import java.io.PrintWriter;

/** How much of some files was read, in one line that is written over; silent where nobody sits at a terminal. */
final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 40;

    private final PrintWriter out;
    private final long bytes;
    private final boolean shown;
    private long done;
    private int percentShown = -1;

    ProgressBar(PrintWriter out, long bytes) {
        this(out, bytes, System.console() != null);
    }

    ProgressBar(PrintWriter out, long bytes, boolean shown) {
        this.out = out;
        this.bytes = Math.max(1, bytes);
        this.shown = shown && bytes > 0;
    }

    void read(long more) {
        done = Math.min(bytes, done + more);
        int percent = (int) (done * 100 / bytes);
        if (shown && percent != percentShown) {
            percentShown = percent;
            int filled = percent * WIDTH / 100;
            out.printf("\r[%s%s] %3d %%", "=".repeat(filled), " ".repeat(WIDTH - filled), percent);
            out.flush();
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (shown && percentShown >= 0) {
            out.print("\r" + " ".repeat(WIDTH + 8) + "\r");
            out.flush();
            percentShown = -1;
        }
    }
}
