package dev.claimgate.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of the small tables beside the edits; {@code #} begins a comment. */
final class CodingData {
    private static final int ALL_COLUMNS = -1;

    private CodingData() {
    }

    /** Those of a file with commas between the columns. */
    static List<String[]> rows(String name) {
        return rows(name, ",");
    }

    /** @param separator regular expression of what stands between the columns */
    static List<String[]> rows(String name, String separator) {
        try (InputStream in = CodingData.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(row -> !row.isBlank() && !row.startsWith("#"))
                    .map(row -> row.split(separator, ALL_COLUMNS)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
