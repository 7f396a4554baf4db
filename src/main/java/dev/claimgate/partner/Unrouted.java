package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.util.Optional;

/**
 * What becomes of an accepted claim that no payer takes.
 *
 * @param treatment wait, reject, or go to the default payer
 * @param payerId   the default payer; empty unless claims go there
 */
public record Unrouted(Treatment treatment, Optional<String> payerId) {
    /** Nothing is rejected for want of a payer: a person adds it. */
    public static final Unrouted WAITS = new Unrouted(Treatment.WAIT, Optional.empty());

    /** The ways there are. */
    public enum Treatment {
        /** The claim is accepted and needs attention. */
        WAIT,
        /** Our 277CA rejects it with A7:153:PR: the payer's id is at fault. */
        REJECT_ID,
        /** Our 277CA rejects it with A3:116: sent to the wrong payer. */
        REJECT_PAYER,
        /** It goes to a payer that takes what others do not. */
        PAYER
    }

    /** Reads {@code unrouted}; faults go to the settings' collector. */
    static Unrouted read(Settings settings) {
        Treatment treatment = settings.oneOf("treatment", Treatment.class, Treatment.WAIT);
        String payer = settings.text("payer", "", PayerReader.ID, PayerReader.ID_RIGHT);
        if (payer.isEmpty() != (treatment != Treatment.PAYER)) {
            settings.fault("payer", payer.isEmpty() ? "is missing, must name the payer that takes the other claims"
                    : "stands beside another treatment, must stand only with treatment: payer");
        }
        settings.done();
        return new Unrouted(treatment, Optional.of(payer).filter(id -> !id.isEmpty()));
    }

    /** The 277CA status by which a claim without a payer is rejected; empty if it is not. */
    public Optional<String> status() {
        return switch (treatment) {
            case REJECT_ID -> Optional.of("A7:153:PR");
            case REJECT_PAYER -> Optional.of("A3:116");
            case WAIT, PAYER -> Optional.empty();
        };
    }
}
