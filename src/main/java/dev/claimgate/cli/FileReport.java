package dev.claimgate.cli;

import dev.claimgate.validation.ReportListener;
import java.io.Closeable;

/** Shows the verdict on one file after another: {@code (fileOpened, what the engine tells, fileClosed)*, close}. */
interface FileReport extends Closeable {
    /** What hears the engine on this file. */
    ReportListener fileOpened(String name);

    void fileClosed();

    /** What the closed files add up to. */
    Tally total();

    /** Ends the output and flushes it. */
    @Override
    void close();
}
