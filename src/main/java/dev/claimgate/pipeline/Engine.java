package dev.claimgate.pipeline;

import dev.claimgate.ack.AcknowledgementDraft;
import dev.claimgate.claim.ClaimHistory;
import dev.claimgate.validation.InterchangeRegister;
import dev.claimgate.validation.ReportListener;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Validation and acknowledgements as the pipeline sees them: bytes in, verdicts and drafts out. Serves any number of files. */
@FunctionalInterface
public interface Engine {
    /** Begins one file. */
    Run open(Job job);

    /**
     * What a file's run needs to know.
     *
     * @param trackingId id of the submission, for the acknowledgements
     * @param partnerId  the trading partner it came from
     * @param receivedOn day it was received
     * @param register   asked and told during {@link Run#feed}; may wait for the database
     * @param history    asked during the same calls; what it needs has been fetched before
     * @param verdicts   hears the verdicts during {@link Run#feed} and {@link Run#finish}
     * @param drafts     takes finished acknowledgements, during the same calls; owns them from then on
     */
    record Job(String trackingId, String partnerId, LocalDate receivedOn, InterchangeRegister register, ClaimHistory history,
               ReportListener verdicts, Consumer<AcknowledgementDraft> drafts) {
    }

    /** One file, fed in order, by one thread at a time. Close it to let temporary files go, finished or not. */
    interface Run extends AutoCloseable {
        void feed(byte[] bytes, int from, int length);

        void finish();

        @Override
        default void close() {
        }
    }
}
