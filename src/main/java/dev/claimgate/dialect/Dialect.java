package dev.claimgate.dialect;

import dev.claimgate.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A payer's own report format, as {@code edi-specs/dialects/NAME/dialect.yaml} describes it.
 *
 * @param name     the folder's name
 * @param schema   the DFDL file, which has one root element: a report
 * @param bytesMax longer messages are not read
 * @param timeMax  reading one message takes no longer
 * @param mapping  what the fields mean
 */
record Dialect(String name, Path schema, int bytesMax, Duration timeMax, ReportMapping mapping) {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    /** Reads {@code dialect.yaml} of a folder; faults go to the settings' collector. */
    static Dialect read(Path folder, Settings file) {
        String schema = file.text("schema", FILE, "the name of a DFDL file in the same folder");
        Dialect dialect = new Dialect(folder.getFileName().toString(), folder.resolve(schema),
                file.integer("bytesMax", 1_048_576, 1, 16_777_216),
                file.seconds("secondsMax", 30, 1, 600),
                ReportMapping.read(file));
        if (!schema.isEmpty() && !Files.isRegularFile(dialect.schema())) {
            file.fault("schema", "is \"" + schema + "\", must be the name of a DFDL file in the same folder");
        }
        file.done();
        return dialect;
    }
}
