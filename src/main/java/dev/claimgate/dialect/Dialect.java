package dev.claimgate.dialect;

import dev.claimgate.config.Settings;
import java.nio.file.Path;
import java.util.Set;

/**
 * A payer's own report format, as {@code edi-specs/dialects/NAME/dialect.yaml} describes it.
 *
 * @param text    how it is read; the DFDL file has one root element: a report
 * @param mapping what the fields mean
 */
record Dialect(DialectText text, ReportMapping mapping) {
    static final String FILE = "dialect.yaml";

    /** Reads {@code dialect.yaml} of a folder; faults go to the settings' collector. */
    static Dialect read(Path folder, Settings file) {
        ReportMapping mapping = ReportMapping.read(file);
        Dialect dialect = new Dialect(DialectText.read(folder, FILE, file,
                Set.of(mapping.header().record(), mapping.claim().record())), mapping);
        file.done();
        return dialect;
    }
}
