package dev.claimgate.validation;

import dev.claimgate.claim.Claim;
import dev.claimgate.x12.Text;

/**
 * Remembers by what the claims of recent payers are judged: files name few payers, and a look-up costs and allocates nothing.
 * One for each file; one thread.
 */
final class EditsMemory {
    private static final int SLOTS = 64;
    private static final int PAYER_ID_CHARS = 80;

    private final EditsByPayer edits;
    private final Slot[] slots = new Slot[SLOTS];

    private static final class Slot {
        private final Text id = new Text(PAYER_ID_CHARS);
        private long qualifier;
        private long business;
        private String usage = "";
        private ClaimRules rules;

        boolean holds(Claim claim, String usage) {
            return rules != null && business == claim.filingIndicator() && qualifier == claim.payer().idQualifier()
                    && id.contentEquals(claim.payer().id()) && this.usage.equals(usage);
        }

        void fill(Claim claim, String usage, ClaimRules rules) {
            this.rules = rules;
            this.usage = usage;
            business = claim.filingIndicator();
            qualifier = claim.payer().idQualifier();
            id.set(claim.payer().id());
        }
    }

    EditsMemory(EditsByPayer edits) {
        this.edits = edits;
    }

    /** @param usage ISA15 */
    ClaimRules of(Claim claim, String usage) {
        int slot = slot(claim.payer().id());
        if (slots[slot] == null) {
            slots[slot] = new Slot();
        }
        if (!slots[slot].holds(claim, usage)) {
            slots[slot].fill(claim, usage, edits.of(claim, usage));
        }
        return slots[slot].rules;
    }

    private static int slot(Text id) {
        int hash = 0;
        for (int i = 0; i < id.length(); i++) {
            hash = hash * 31 + id.byteAt(i);
        }
        return (hash ^ hash >>> 6) & SLOTS - 1;
    }
}
