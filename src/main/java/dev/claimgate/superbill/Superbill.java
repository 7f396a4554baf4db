package dev.claimgate.superbill;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** One export: what became of it, an 837P or its faults. Nothing is made of a part of it. */
public sealed interface Superbill {

    /** @param bytes an interchange with the claims of the whole export */
    record Converted(byte[] bytes) implements Superbill {
    }

    /**
     * @param faults the first {@value Bills#FAULTS_MAX}, in the order of the file
     * @param count  how many there are
     */
    record Refused(List<BillFault> faults, int count) implements Superbill {
        public Refused {
            faults = List.copyOf(faults);
        }

        /** For a file that could not be read any further. */
        public static Refused of(BillFault fault) {
            return new Refused(List.of(fault), 1);
        }
    }

    /** Makes an 837P of an export's records. */
    static Superbill convert(List<BillRecord> records, BillMapping mapping, BillEnvelope envelope) {
        Bills.Read read = Bills.of(records, mapping);
        if (read.faultCount() > 0) {
            return new Refused(read.faults(), read.faultCount());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new BillWriter(envelope, bytes::write).write(read.bills());
        return new Converted(bytes.toByteArray());
    }
}
