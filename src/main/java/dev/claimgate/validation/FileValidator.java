package dev.claimgate.validation;

import dev.claimgate.claim.ClaimHistory;
import dev.claimgate.edit.EditContext;
import dev.claimgate.x12.X12Reader;
import java.time.LocalDate;

/**
 * Judges one file of any number of interchanges, fed in pieces of any size. The listener hears the verdict while the file is
 * read; nothing is kept that grows with it. One thread; one validator for each file.
 */
public final class FileValidator {
    private final X12Reader reader;

    /**
     * @param rules      what to judge by
     * @param register   which interchanges came before
     * @param receivedOn day of receipt; service dates after it are in the future
     * @param listener   hears the verdict
     */
    public FileValidator(ValidationRules rules, InterchangeRegister register, LocalDate receivedOn, ReportListener listener) {
        this(rules, register, ClaimHistory.NONE, receivedOn, listener);
    }

    /**
     * @param history which claims came before; those of this file are told to the listener only
     */
    public FileValidator(ValidationRules rules, InterchangeRegister register, ClaimHistory history, LocalDate receivedOn,
                         ReportListener listener) {
        EditContext context = new EditContext(rules.tables(), receivedOn, rules.policy().rights().billingNpis(), history);
        BatchNumbers batches = new BatchNumbers(register, !rules.policy().rights().repeatedBatches());
        EnvelopeRun envelope = new EnvelopeRun(rules.policy(), register, batches, new SetRun(rules, context, batches, listener),
                listener);
        reader = new X12Reader(envelope, rules.policy().segmentBytesMax());
    }

    public void feed(byte[] bytes, int from, int length) {
        reader.feed(bytes, from, length);
    }

    /** The file has ended. */
    public void finish() {
        reader.finish();
    }
}
