package dev.claimgate.validation;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.guide.Slot;
import dev.claimgate.x12.Segment;
import dev.claimgate.x12.Text;
import java.util.Arrays;
import java.util.List;

/** Lines name the other payers of their claim by id (2430 SVD01), so no two of them may share one. */
final class OtherPayerIdentifier implements SituationalRule {
    private static final int PAYERS_MAX = 10;
    private static final int IDENTIFIER_LENGTH = 80;

    private final Text[] identifiers = new Text[PAYERS_MAX];
    private final int[] positions = new int[PAYERS_MAX];
    private int count;

    OtherPayerIdentifier() {
        Arrays.setAll(identifiers, i -> new Text(IDENTIFIER_LENGTH));
    }

    @Override
    public String id() {
        return "other-payer-identifier";
    }

    @Override
    public String codes() {
        return "IK403 I6";
    }

    @Override
    public String explanation() {
        return "The identifiers of the other payers (loop 2330B NM109) differ within a claim, because lines refer to them.";
    }

    @Override
    public String source() {
        return "005010X222A1 loop 2330B, NM109; loop 2430, SVD01";
    }

    @Override
    public boolean watches(Slot slot) {
        return Situations.isAt(slot, "2300", "CLM") || Situations.isAt(slot, "2330B", "NM1");
    }

    @Override
    public void placed(Slot slot, Segment segment, int position, SituationalFaults faults) {
        if (slot.segmentId().equals("CLM")) {
            count = 0;
        } else if (segment.has(9)) {
            otherPayer(slot, segment, position, faults);
        }
    }

    private void otherPayer(Slot slot, Segment nm1, int position, SituationalFaults faults) {
        for (int i = 0; i < count; i++) {
            if (holds(identifiers[i], nm1)) {
                faults.add(Situations.faulty(slot, position, new SituationalTrigger("NM1", positions[i], "2330B", 9, 0, "67"),
                        List.of(new ElementFinding(9, 0, 0, "67", ElementCode.CODE_NOT_USED_IN_IMPLEMENTATION, nm1.text(9),
                                "an identifier that no other payer of the claim has; segment " + positions[i] + " has this one"))));
                return;
            }
        }
        if (count < PAYERS_MAX) {
            positions[count] = position;
            nm1.copyTo(9, identifiers[count++]);
        }
    }

    private static boolean holds(Text identifier, Segment nm1) {
        return Arrays.equals(identifier.bytes(), 0, identifier.length(), nm1.bytes(), nm1.start(9), nm1.end(9));
    }
}
