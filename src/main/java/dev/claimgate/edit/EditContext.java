package dev.claimgate.edit;

import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.Days;
import java.time.LocalDate;

/**
 * What an edit may know beside the claim: one per file, so that all its claims are judged alike.
 *
 * @param tables     one snapshot for the whole file
 * @param receivedOn day on which the file came in, {@code yyyymmdd}
 */
public record EditContext(CodeTables tables, int receivedOn) {

    public EditContext(CodeTables tables, LocalDate receivedOn) {
        this(tables, Days.of(receivedOn));
    }
}
