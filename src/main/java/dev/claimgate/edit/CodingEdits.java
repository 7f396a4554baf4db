package dev.claimgate.edit;

import java.util.List;
import java.util.Set;

/** Which edits judge how services are coded, so that they can run before there is a claim file. */
public final class CodingEdits {
    private static final Set<String> IDS = Set.of("birth-before-service", "service-dates", "units-above-zero",
            "visits-within-days", "unlisted-described", "diagnosis-pointers", "place-of-service", "diagnosis-codes",
            "procedure-code", "modifier-codes", "modifier-conflicts", "modifier-fit", "units-limit", "units-limit-zero",
            "add-on-primary", "ncci-pairs", "repeated-lines", "visit-modifier", "technical-part-place", "telehealth-place",
            "diagnosis-family", "drug-number", "procedure-status", "expected-modifier", "day-total",
            "professional-part-place", "diagnosis-site", "diagnosis-patient",
            "modifier-order", "add-on-order", "line-order", "multiple-procedure",
            "bilateral-units", "add-on-other-primary", "payer-covers", "payer-units-limit", "diagnosis-side",
            "diagnosis-specific", "unconfirmed-diagnosis", "cosmetic-removal", "telehealth-procedure",
            "procedure-place", "procedure-patient", "surgeon-documents");

    private CodingEdits() {
    }

    /** In the order they are run. */
    public static List<ClaimEdit> all() {
        return ClaimEdits.all().stream().filter(edit -> contains(edit.id())).toList();
    }

    /** Those that look at claims accepted before; they find nothing where no history is known. */
    public static List<ClaimEdit> overEarlierClaims() {
        return ClaimEdits.all().stream()
                .filter(edit -> edit.concerns().contains(Trait.EARLIER_CLAIMS) || edit instanceof OriginalKnown).toList();
    }

    static boolean contains(String id) {
        return IDS.contains(id);
    }
}
