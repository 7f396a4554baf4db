package dev.claimgate.pipeline;

import dev.claimgate.superbill.Superbill;
import io.vertx.core.Future;
import java.util.Optional;

/** Formats in which claims come that are not X12, as the pipeline sees them. */
@FunctionalInterface
public interface ClaimFormats {
    /** Every file is X12. */
    ClaimFormats NONE = partnerId -> Optional.empty();

    /** What those files of a partner are that do not begin as X12; empty if all are to. */
    Optional<ClaimFormat> of(String partnerId);

    /** One format, for one partner. */
    interface ClaimFormat {
        /** As {@code conf/partners.yaml} calls it. */
        String name();

        /** The longest file that is read. */
        int bytesMax();

        /**
         * Makes an 837P of a file, or says what is wrong with it. Ends within the time that the format allows.
         *
         * @param controlNumber ISA13 of what is made
         */
        Future<Superbill> convert(byte[] file, int controlNumber);
    }
}
