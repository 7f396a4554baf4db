package dev.claimgate.superbill;

import java.util.List;
import java.util.Map;

/**
 * Where the value of a {@link BillField} comes from.
 *
 * @param places    record and field of each; several make a list of values; none if it is always the same
 * @param constant  the value that is always the same; empty if it comes from the file
 * @param separator between several values in one field; empty if a field holds one
 * @param codes     what the export's words mean; empty if they are taken as they stand
 */
record FieldSource(List<Place> places, String constant, String separator, Map<String, String> codes) {
    FieldSource {
        places = List.copyOf(places);
        codes = Map.copyOf(codes);
    }

    /** A field of a record of the DFDL file. */
    record Place(String record, String field) {
        static Place of(String text) {
            int dot = text.indexOf('.');
            return new Place(text.substring(0, dot), text.substring(dot + 1));
        }

        @Override
        public String toString() {
            return record + "." + field;
        }
    }
}
