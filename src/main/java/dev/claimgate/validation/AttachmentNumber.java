package dev.claimgate.validation;

import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.guide.Slot;
import dev.claimgate.x12.PackedText;
import dev.claimgate.x12.Segment;
import java.util.List;
import java.util.stream.Stream;

/** Paperwork that is sent by itself carries a number to find it by. One of PWK05 and PWK06 alone breaks the base standard. */
final class AttachmentNumber implements SituationalRule {
    private static final long NUMBER = 1L << 5 | 1L << 6;
    private static final long[] SENT = {PackedText.pack("BM"), PackedText.pack("EL"), PackedText.pack("EM"),
            PackedText.pack("FT"), PackedText.pack("FX")};

    private static final long ON_REQUEST = PackedText.pack("AA");

    @Override
    public String id() {
        return "attachment-number";
    }

    @Override
    public String codes() {
        return "IK403 I9, I13";
    }

    @Override
    public String explanation() {
        return "Where PWK02 says that paperwork is sent by mail, file transfer, electronically, by e-mail or fax (BM, FT, EL, EM,"
                + " FX), PWK05 must be AC and PWK06 the attachment's control number; where it is available on request (AA)"
                + " neither is sent.";
    }

    @Override
    public String source() {
        return "005010X222A1 loops 2300 and 2400, PWK02, PWK05, PWK06";
    }

    @Override
    public boolean watches(Slot slot) {
        return slot.segmentId().equals("PWK");
    }

    @Override
    public void placed(Slot slot, Segment pwk, int position, SituationalFaults faults) {
        boolean numbered = (pwk.present() & NUMBER) != 0;
        if (!numbered && isSent(pwk.packed(2))) {
            tell(slot, position, faults, missing(5, "66", "AC"), missing(6, "67", "the attachment's control number"));
        } else if (numbered && pwk.packed(2) == ON_REQUEST) {
            tell(slot, position, faults, Stream.of(excess(pwk, 5, "66"), excess(pwk, 6, "67"))
                    .filter(fault -> pwk.has(fault.element())).toArray(ElementFinding[]::new));
        }
    }

    private static void tell(Slot slot, int position, SituationalFaults faults, ElementFinding... elements) {
        faults.add(Situations.faulty(slot, position, new SituationalTrigger("PWK", position, slot.loopId(), 2, 0, "756"),
                List.of(elements)));
    }

    private static ElementFinding excess(Segment pwk, int element, String number) {
        return new ElementFinding(element, 0, 0, number, ElementCode.IMPLEMENTATION_DEPENDENT_NOT_USED, pwk.text(element),
                "nothing, because PWK02 says that the paperwork is available on request");
    }

    private static boolean isSent(long transmission) {
        for (long sent : SENT) {
            if (transmission == sent) {
                return true;
            }
        }
        return false;
    }

    private static ElementFinding missing(int element, String number, String expected) {
        return new ElementFinding(element, 0, 0, number, ElementCode.IMPLEMENTATION_DEPENDENT_MISSING, "",
                expected + ", because PWK02 says that it is sent");
    }
}
