package dev.claimgate.codes;

/**
 * Total relative values by the number of the procedure code: four ints a row, no object. What a claim is never judged by but
 * only advised on, so it lies apart from what every line is asked for. Immutable.
 */
final class RelativeValues {
    private static final int CELLS = 4;

    /** By number of the code: where its rows begin; those of the next end them. */
    private final int[] starts;
    /** First day, last day, non-facility, facility. */
    private final int[] cells;

    /** @param rows keys that {@code codes} knows, values as {@link RelativeValue#pack} makes them */
    RelativeValues(ProcedureCodes codes, DatedTableBuilder rows) {
        starts = new int[codes.size() + 1];
        cells = new int[rows.size() * CELLS];
        rows.forEach((code, from, to, packed) -> starts[codes.find(code).number() + 1] += CELLS);
        for (int number = 1; number < starts.length; number++) {
            starts[number] += starts[number - 1];
        }
        int[] next = starts.clone();
        rows.forEach((code, from, to, packed) -> {
            int at = next[codes.find(code).number()];
            next[codes.find(code).number()] += CELLS;
            cells[at] = from;
            cells[at + 1] = to;
            cells[at + 2] = RelativeValue.nonFacility(packed);
            cells[at + 3] = RelativeValue.facility(packed);
        });
    }

    /** In hundredths; 0 for a code without a value on that day. */
    int in(ProcedureCode code, int day, PlaceOfService place) {
        int number = code.number();
        for (int at = number < 0 ? 0 : starts[number]; number >= 0 && at < starts[number + 1]; at += CELLS) {
            if (cells[at] <= day && day <= cells[at + 1]) {
                return cells[place == PlaceOfService.FACILITY ? at + 3 : at + 2];
            }
        }
        return 0;
    }

    int size() {
        return cells.length / CELLS;
    }
}
