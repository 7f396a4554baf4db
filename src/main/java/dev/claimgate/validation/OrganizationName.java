package dev.claimgate.validation;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.guide.Slot;
import dev.claimgate.x12.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An organization has one name, in NM103: no first name, middle name or suffix. */
final class OrganizationName implements SituationalRule {
    /** Where both a person and an organization may stand and the guide uses the name parts of a person. */
    private static final Set<String> LOOPS = Set.of("1000A", "2010AA", "2010BA", "2310B", "2330A", "2420A");
    /** The guide does not use a suffix there at all, which the walk tells. */
    private static final String WITHOUT_SUFFIX = "1000A";
    private static final long PERSONAL = 1L << 4 | 1L << 5 | 1L << 7;

    @Override
    public String id() {
        return "organization-name";
    }

    @Override
    public String codes() {
        return "IK403 I13";
    }

    @Override
    public String explanation() {
        return "Where NM102 is 2 (an organization) its name stands in NM103 alone; NM104, NM105 and NM107 are left out.";
    }

    @Override
    public String source() {
        return "005010X222A1 NM102, NM104, NM105, NM107 of loops 1000A, 2010AA, 2010BA, 2310B, 2330A, 2420A; a missing NM104 of"
                + " a person is no fault (X12 interpretation 1611)";
    }

    @Override
    public boolean watches(Slot slot) {
        return slot.segmentId().equals("NM1") && LOOPS.contains(slot.loopId());
    }

    @Override
    public void placed(Slot slot, Segment nm1, int position, SituationalFaults faults) {
        if ((nm1.present() & PERSONAL) == 0 || nm1.packed(2) != Codes.ORGANIZATION) {
            return;
        }
        List<ElementFinding> elements = new ArrayList<>();
        add(elements, nm1, 4, "1036");
        add(elements, nm1, 5, "1037");
        if (!slot.loopId().equals(WITHOUT_SUFFIX)) {
            add(elements, nm1, 7, "1039");
        }
        if (!elements.isEmpty()) {
            faults.add(Situations.faulty(slot, position,
                    new SituationalTrigger("NM1", position, slot.loopId(), 2, 0, "1065"), elements));
        }
    }

    private static void add(List<ElementFinding> elements, Segment nm1, int element, String number) {
        if (nm1.has(element)) {
            elements.add(new ElementFinding(element, 0, 0, number, ElementCode.IMPLEMENTATION_DEPENDENT_NOT_USED,
                    nm1.text(element), "nothing: NM102 is 2, and an organization's name stands in NM103 alone"));
        }
    }
}
