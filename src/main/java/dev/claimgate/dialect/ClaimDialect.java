package dev.claimgate.dialect;

import dev.claimgate.config.Settings;
import dev.claimgate.superbill.BillMapping;
import java.nio.file.Path;
import java.util.Set;

/**
 * A format in which partners send claims, as {@code edi-specs/dialects/NAME/claims.yaml} describes it.
 *
 * @param text    how it is read; the DFDL file has one root element: an export, each line one of its children
 * @param mapping what the fields mean
 */
record ClaimDialect(DialectText text, BillMapping mapping) {
    static final String FILE = "claims.yaml";

    /** Reads {@code claims.yaml} of a folder; faults go to the settings' collector. */
    static ClaimDialect read(Path folder, Settings file) {
        BillMapping mapping = BillMapping.read(file);
        ClaimDialect dialect = new ClaimDialect(DialectText.read(folder, FILE, file, Set.copyOf(mapping.records())), mapping);
        file.done();
        return dialect;
    }
}
