package dev.claimgate.dialect;

import java.util.Map;

/**
 * One record of a message as the DFDL file names it.
 *
 * @param name   its element
 * @param line   where it stands, from 1, where each child of the root element is a line
 * @param fields texts of its child elements by name, blanks around them removed
 */
record DialectRecord(String name, int line, Map<String, String> fields) {

    DialectRecord {
        fields = Map.copyOf(fields);
    }
}
