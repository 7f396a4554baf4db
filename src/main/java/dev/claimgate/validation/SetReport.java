package dev.claimgate.validation;

import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SetCode;
import java.util.List;

/**
 * What became of one transaction set, told when its SE was read.
 *
 * @param header          its ST
 * @param originatorId    BHT03, empty if there was none
 * @param code            IK501
 * @param codes           IK502 to IK506, at most five
 * @param findings        faults in the order found, at most as many as the limit allows
 * @param findingsOmitted faults beyond that limit
 * @param segmentCount    segments from ST to SE
 * @param claims          number of CLM
 * @param claimsAccepted  of these, accepted by the edits; none of them counts when {@code code} is R
 * @param chargeCents     sum of CLM02
 * @param chargeCentsAccepted of these, of accepted claims
 * @param repeated        whether its sender used this BHT03 before: none of its claims is accepted, whatever {@code code} is
 */
public record SetReport(SetHeader header, String originatorId, AcknowledgmentCode code, List<SetCode> codes,
                        List<SegmentFinding> findings, int findingsOmitted, int segmentCount,
                        int claims, int claimsAccepted, long chargeCents, long chargeCentsAccepted, boolean repeated) {

    public SetReport {
        codes = List.copyOf(codes);
        findings = List.copyOf(findings);
    }

    /** Of a set whose BHT03 is new. */
    public SetReport(SetHeader header, String originatorId, AcknowledgmentCode code, List<SetCode> codes,
                     List<SegmentFinding> findings, int findingsOmitted, int segmentCount,
                     int claims, int claimsAccepted, long chargeCents, long chargeCentsAccepted) {
        this(header, originatorId, code, codes, findings, findingsOmitted, segmentCount, claims, claimsAccepted, chargeCents,
                chargeCentsAccepted, false);
    }
}
