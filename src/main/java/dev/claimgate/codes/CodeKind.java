package dev.claimgate.codes;

/**
 * What a file of code tables is about. A release holds one or more files of each kind; a new file replaces those of its own
 * kind and leaves the others.
 */
public enum CodeKind {
    /** NCCI procedure-to-procedure edits, practitioner services. Rows carry their dates. */
    PAIRS(true, "NCCI pairs"),
    /** Medically unlikely edits, practitioner services. A file holds for one quarter. */
    UNITS(false, "units limits"),
    /** Add-on code edits. Rows carry their dates. */
    ADD_ONS(true, "add-on codes"),
    /** Physician fee schedule, relative value file (PPRRVU). A file holds for one quarter. */
    FEE_SCHEDULE(false, "fee schedule"),
    /** HCPCS level II codes and modifiers. Rows carry their dates. */
    HCPCS(true, "HCPCS level II"),
    /** Procedure modifiers with what lifts NCCI pairs; no public file, from the built-in pack. */
    MODIFIERS(true, "modifiers"),
    /** ICD-10-CM. A file holds for one fiscal year, from October on. */
    DIAGNOSES(false, "diagnoses"),
    /** CMS place-of-service codes: a list without dates that names all that are assigned. */
    PLACES(true, "places of service"),
    /** NUCC health care provider taxonomy: a list without dates that names all in use. */
    TAXONOMIES(true, "taxonomy"),
    /** What one payer says of codes; each payer's list is a kind of its own. */
    PAYER_LIST(true, "payer's list");

    private final boolean standing;
    private final String title;

    CodeKind(boolean standing, String title) {
        this.standing = standing;
        this.title = title;
    }

    /**
     * Whether a file stands for all service days, because its rows carry their dates or it has none; else it holds from its
     * effective day on, and what came before stays in force before that day.
     */
    public boolean standing() {
        return standing;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
