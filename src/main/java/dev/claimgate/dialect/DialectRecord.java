package dev.claimgate.dialect;

import java.util.Map;

/**
 * One line of a report as the DFDL file names it.
 *
 * @param name   its element
 * @param fields texts of its child elements by name, blanks around them removed
 */
record DialectRecord(String name, Map<String, String> fields) {

    DialectRecord {
        fields = Map.copyOf(fields);
    }
}
