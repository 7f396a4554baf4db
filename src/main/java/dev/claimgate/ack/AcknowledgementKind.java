package dev.claimgate.ack;

/** What claimgate answers. {@link #label()} is how people, the API and the database name it. */
public enum AcknowledgementKind {
    /** The envelope (ISA/IEA). */
    TA1("TA1"),
    /** Syntax and implementation guide, one per functional group (005010X231A1). */
    IMPLEMENTATION("999"),
    /** Claims, one per accepted transaction set (005010X214). */
    CLAIM("277CA");

    private final String label;

    AcknowledgementKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
