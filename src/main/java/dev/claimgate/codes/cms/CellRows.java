package dev.claimgate.codes.cms;

import java.util.ArrayList;
import java.util.List;

/** Holds the cells of the current row for those who read rows. */
abstract class CellRows implements Rows {
    final List<String> cells = new ArrayList<>(48);
    int line;

    @Override
    public final int line() {
        return line;
    }

    @Override
    public final int size() {
        return cells.size();
    }

    @Override
    public final String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }
}
