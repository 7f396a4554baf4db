package dev.claimgate.validation;

/**
 * Remembers what a sender has sent, so that nothing is taken twice: interchanges by their control number (TA1 025), and the
 * batches in them, which are transaction sets, by BHT03 (277CA A3:746).
 */
public interface InterchangeRegister {
    /** Remembers nothing: every interchange and every batch is the first of its number. */
    InterchangeRegister NONE = new InterchangeRegister() {
        @Override
        public boolean register(InterchangeHeader header) {
            return true;
        }

        @Override
        public void withdraw(InterchangeHeader header) {
            // Nothing was remembered.
        }

        @Override
        public boolean registerBatch(BatchPlace place, String number) {
            return true;
        }

        @Override
        public void withdrawBatches(BatchPlace place) {
            // Nothing was remembered.
        }
    };

    /** Remembers the interchange; {@code false} when its sender has used this control number before. */
    boolean register(InterchangeHeader header);

    /** Forgets an interchange that was registered and then rejected, so that the sender may send it again mended. */
    void withdraw(InterchangeHeader header);

    /**
     * Remembers a batch; {@code false} when its sender (ISA05, ISA06) has used this number before for the same ISA15: a test
     * does not use up a number of production.
     *
     * @param number BHT03, 1 to 50 characters
     */
    boolean registerBatch(BatchPlace place, String number);

    /** Forgets the batches that were registered at this place of the file and then rejected. */
    void withdrawBatches(BatchPlace place);
}
