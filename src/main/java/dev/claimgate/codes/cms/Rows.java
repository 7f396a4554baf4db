package dev.claimgate.codes.cms;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a file one after another, of which only the current one is in memory. */
interface Rows extends Closeable {
    /** Goes to the next row; false at the end. */
    boolean next() throws IOException;

    /** Where the current row starts, 1-based. */
    int line();

    /** Cells of the current row. */
    int size();

    /** A cell of the current row; empty where it has none. */
    String cell(int index);

    /** Whether the file ends within the current row, before its line does. */
    boolean cutOff();
}
