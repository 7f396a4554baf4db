package dev.claimgate.codes;

/** The procedure codes of all tables by their packed text: open addressing, one reference a slot. */
final class ProcedureCodes {
    private final ProcedureCode[] slots;
    private final int mask;
    private final int size;

    ProcedureCodes(ProcedureCode[] codes) {
        slots = new ProcedureCode[Integer.highestOneBit(Math.max(codes.length, 1)) * 4];
        mask = slots.length - 1;
        size = codes.length;
        for (ProcedureCode code : codes) {
            int slot = DatedTable.slot(code.code(), mask);
            while (slots[slot] != null) {
                slot = slot + 1 & mask;
            }
            slots[slot] = code;
        }
    }

    int size() {
        return size;
    }

    /** {@link ProcedureCode#UNKNOWN} if no table names the code. */
    ProcedureCode find(long code) {
        int slot = DatedTable.slot(code, mask);
        for (ProcedureCode found = slots[slot]; found != null; found = slots[slot]) {
            if (found.code() == code) {
                return found;
            }
            slot = slot + 1 & mask;
        }
        return ProcedureCode.UNKNOWN;
    }
}
