package dev.claimgate.edit;

import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.Days;
import java.time.LocalDate;
import java.util.Set;

/**
 * What an edit may know beside the claim: one per file, so that all its claims are judged alike.
 *
 * @param tables      one snapshot for the whole file
 * @param receivedOn  day on which the file came in, {@code yyyymmdd}
 * @param billingNpis billing providers for whom its sender may send; empty allows any
 */
public record EditContext(CodeTables tables, int receivedOn, Set<String> billingNpis) {
    public EditContext {
        billingNpis = Set.copyOf(billingNpis);
    }

    public EditContext(CodeTables tables, LocalDate receivedOn, Set<String> billingNpis) {
        this(tables, Days.of(receivedOn), billingNpis);
    }

    /** For a sender who may send for anybody. */
    public EditContext(CodeTables tables, LocalDate receivedOn) {
        this(tables, receivedOn, Set.of());
    }
}
