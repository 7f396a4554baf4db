package dev.claimgate.superbill;

import java.util.Map;

/**
 * One record of an export, which is one line of it.
 *
 * @param name   its element in the DFDL file
 * @param line   where it stands, from 1
 * @param fields texts of its fields by name, blanks around them removed
 */
public record BillRecord(String name, int line, Map<String, String> fields) {
    public BillRecord {
        fields = Map.copyOf(fields);
    }
}
