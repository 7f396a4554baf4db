package dev.claimgate.validation;

/** Remembers which interchanges a sender has sent, so that a control number is taken once (TA1 025). */
public interface InterchangeRegister {
    /** Remembers nothing: every interchange is the first of its number. */
    InterchangeRegister NONE = new InterchangeRegister() {
        @Override
        public boolean register(InterchangeHeader header) {
            return true;
        }

        @Override
        public void withdraw(InterchangeHeader header) {
            // Nothing was remembered.
        }
    };

    /** Remembers the interchange; {@code false} when its sender has used this control number before. */
    boolean register(InterchangeHeader header);

    /** Forgets an interchange that was registered and then rejected, so that the sender may send it again mended. */
    void withdraw(InterchangeHeader header);
}
