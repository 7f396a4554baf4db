package dev.claimgate.validation;

import dev.claimgate.finding.GroupCode;
import java.util.List;

/**
 * What became of one functional group, told when its GE was read or its end was noticed.
 *
 * @param header       its GS
 * @param code         AK901
 * @param codes        AK905 to AK909, at most five; if there is any, no set of the group stands
 * @param setsIncluded GE01 as sent, or the number received if GE is missing
 * @param setsReceived number of ST
 * @param setsAccepted number of sets with A or E
 * @param notes        what deserves mention and rejects nothing, in plain words; the 999 does not carry it
 */
public record GroupReport(GroupHeader header, AcknowledgmentCode code, List<GroupCode> codes, String setsIncluded,
                          int setsReceived, int setsAccepted, List<String> notes) {

    public GroupReport {
        codes = List.copyOf(codes);
        notes = List.copyOf(notes);
    }

    /** A report without notes. */
    public GroupReport(GroupHeader header, AcknowledgmentCode code, List<GroupCode> codes, String setsIncluded,
                       int setsReceived, int setsAccepted) {
        this(header, code, codes, setsIncluded, setsReceived, setsAccepted, List.of());
    }
}
