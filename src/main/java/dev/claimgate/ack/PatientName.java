package dev.claimgate.ack;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Party;
import dev.claimgate.x12.PackedText;
import dev.claimgate.x12.SegmentWriter;
import dev.claimgate.x12.Text;

/** Loop 2100D of the 277CA, written straight from the claim: there is one for every claim. */
final class PatientName {
    private static final long OTHER_ID = PackedText.pack("II");

    private PatientName() {
    }

    /** A dependent has no id of its own in the 837P: the subscriber's stands for it. */
    static void write(Section section, Claim claim) {
        Party patient = claim.patient();
        Party identified = usable(patient.id()) ? patient : claim.subscriber();
        SegmentWriter name = section.segment("NM1").element("QC").element("1");
        orUnknown(name, patient.lastName(), !patient.lastName().isEmpty());
        name.element(patient.firstName()).element(patient.middleName()).skip(1).element(patient.suffix())
                .element(identified.idQualifier() == OTHER_ID ? "II" : "MI");
        orUnknown(name, identified.id(), usable(identified.id()));
        name.end();
    }

    private static void orUnknown(SegmentWriter name, Text value, boolean usable) {
        if (usable) {
            name.element(value);
        } else {
            name.element(Name.UNKNOWN);
        }
    }

    private static boolean usable(Text id) {
        boolean blank = true;
        for (int i = 0; i < id.length() && blank; i++) {
            blank = id.byteAt(i) == ' ';
        }
        return id.length() >= Name.ID_LENGTH_MIN && !blank;
    }
}
