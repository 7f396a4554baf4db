package dev.claimgate.reply;

/**
 * A TA1: what the payer says about the envelope of an interchange we sent.
 *
 * @param controlNumber TA101, our ISA13
 * @param code          TA104: A, E or R
 * @param note          TA105
 */
public record EnvelopeAnswer(String controlNumber, String code, String note) {
    private static final String DUPLICATE = "025";

    public boolean rejects() {
        return code.equals("R");
    }

    /** The payer has seen this control number before: after a repeat this means that an earlier attempt arrived. */
    public boolean duplicate() {
        return note.equals(DUPLICATE);
    }

    /** Codes for the claim's history, such as {@code R 024}. */
    public String reason() {
        return code + " " + note;
    }
}
