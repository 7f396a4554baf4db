package dev.claimgate.validation;

import dev.claimgate.finding.SituationalTrigger;
import dev.claimgate.guide.Slot;
import dev.claimgate.x12.PackedText;
import dev.claimgate.x12.Segment;
import java.util.Arrays;

/**
 * A transport by ambulance tells its reason and distance, whence and whither. Other services are billed from an ambulance too,
 * so the place of service alone asks for nothing: a line must bill a transport.
 */
final class AmbulanceTransport implements SituationalRule {
    private static final int CLM = Segment.key("CLM");
    private static final long[] TRANSPORTS = pack("A0425", "A0426", "A0427", "A0428", "A0429", "A0430", "A0431", "A0433", "A0434",
            "A0435", "A0436");

    private boolean inAmbulance;
    private boolean transport;
    private boolean information;
    private boolean pickUp;
    private boolean dropOff;
    private int claimPosition;
    private int beforeInformation;
    private int beforeLocations;

    @Override
    public String id() {
        return "ambulance-transport";
    }

    @Override
    public String codes() {
        return "IK304 I6";
    }

    @Override
    public String explanation() {
        return "Where CLM05-1 is an ambulance (41 or 42) and a line bills a transport (HCPCS A0425 to A0431, A0433 to A0436), the"
                + " claim needs CR1 and the pick-up and drop-off locations, loops 2310E and 2310F.";
    }

    @Override
    public String source() {
        return "005010X222A1 loop 2300, CR1; loops 2310E, 2310F; CLM05-1, SV101-2; CMS place of service codes";
    }

    @Override
    public boolean watches(Slot slot) {
        return slot.loopId().equals("2300") || slot.loopId().startsWith("2310") || Situations.isAt(slot, "2400", "SV1");
    }

    @Override
    public void placed(Slot slot, Segment segment, int position, SituationalFaults faults) {
        if (slot.idKey() == CLM) {
            begin(segment, position);
        } else if (inAmbulance) {
            within(slot, segment, position);
        }
    }

    private void begin(Segment clm, int position) {
        long place = clm.packedComponent(5, 1);
        inAmbulance = place == Codes.AMBULANCE_LAND || place == Codes.AMBULANCE_AIR_OR_WATER;
        transport = false;
        information = false;
        pickUp = false;
        dropOff = false;
        claimPosition = position;
        beforeInformation = position;
        beforeLocations = position;
    }

    private void within(Slot slot, Segment segment, int position) {
        switch (slot.segmentId()) {
            case "SV1" -> transport |= isTransport(segment.packedComponent(1, 2));
            case "CR1" -> information = true;
            case "DTP", "PWK", "CN1", "AMT", "REF", "K3", "NTE" ->
                    beforeInformation = slot.loopId().equals("2300") ? position : beforeInformation;
            default -> {
                pickUp |= slot.loopId().equals("2310E");
                dropOff |= slot.loopId().equals("2310F");
            }
        }
        if (!slot.segmentId().equals("SV1")) {
            beforeLocations = position;
        }
    }

    @Override
    public void claimEnds(SituationalFaults faults) {
        if (inAmbulance && transport) {
            SituationalTrigger trigger = new SituationalTrigger("CLM", claimPosition, "2300", 5, 1, "1331");
            tell(!information, "CR1", beforeInformation + 1, "2300", "the transport's reason and distance", trigger, faults);
            tell(!pickUp, "NM1", beforeLocations + 1, "2310E", "the pick-up location", trigger, faults);
            tell(!dropOff, "NM1", beforeLocations + 1, "2310F", "the drop-off location", trigger, faults);
        }
        inAmbulance = false;
    }

    private static void tell(boolean missing, String segmentId, int position, String loop, String what, SituationalTrigger trigger,
                             SituationalFaults faults) {
        if (missing && !faults.hiddenInClaim(segmentId)) {
            faults.add(Situations.missing(segmentId, position, loop, trigger,
                    what + " is required, because CLM05-1 is an ambulance and a line bills a transport"));
        }
    }

    private static boolean isTransport(long procedure) {
        for (long code : TRANSPORTS) {
            if (code == procedure) {
                return true;
            }
        }
        return false;
    }

    private static long[] pack(String... codes) {
        return Arrays.stream(codes).mapToLong(PackedText::pack).toArray();
    }
}
