package dev.claimgate.superbill;

/**
 * What is wrong with an export. No text shows a value of the file.
 *
 * @param line  where it stands, from 1; 0 if it concerns the file as a whole
 * @param field record and field as the mapping names them, such as {@code visit.born}; empty if it concerns the line
 * @param found what was found there
 * @param right what would be right
 */
public record BillFault(int line, String field, String found, String right) {

    /** In one voice with everything else: where, what was found, what would be right. */
    public String text() {
        String where = line == 0 ? "file" : "line " + line;
        return where + (field.isEmpty() ? "" : ", " + field) + ": " + found + "; must be " + right;
    }
}
