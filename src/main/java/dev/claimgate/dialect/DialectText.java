package dev.claimgate.dialect;

import dev.claimgate.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the text of a dialect is read.
 *
 * @param name     of the dialect
 * @param schema   the DFDL file
 * @param file     the name of the YAML file beside it, for fault texts
 * @param bytesMax longer messages are not read
 * @param timeMax  reading one message takes no longer
 * @param records  the elements that are kept
 */
record DialectText(String name, Path schema, String file, int bytesMax, Duration timeMax, Set<String> records) {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    DialectText {
        records = Set.copyOf(records);
    }

    /** Reads {@code schema}, {@code bytesMax} and {@code secondsMax}; faults go to the settings' collector. */
    static DialectText read(Path folder, String file, Settings settings, Set<String> records) {
        String schema = settings.text("schema", FILE, "the name of a DFDL file in the same folder");
        DialectText text = new DialectText(folder.getFileName().toString(), folder.resolve(schema), file,
                settings.integer("bytesMax", 1_048_576, 1, 16_777_216), settings.seconds("secondsMax", 30, 1, 600), records);
        if (!schema.isEmpty() && !Files.isRegularFile(text.schema())) {
            settings.fault("schema", "is \"" + schema + "\", must be the name of a DFDL file in the same folder");
        }
        return text;
    }
}
