package dev.claimgate.validation;

import dev.claimgate.finding.InterchangeCode;
import java.util.List;

/**
 * What became of one interchange's envelope, told when its IEA was read or its end was noticed.
 *
 * @param header its ISA
 * @param code   TA104: A, E or R
 * @param notes  every note code that applies, in the order found; empty when there is no fault
 * @param groups number of GS
 */
public record InterchangeReport(InterchangeHeader header, AcknowledgmentCode code, List<InterchangeCode> notes,
                                int groups) {

    public InterchangeReport {
        notes = List.copyOf(notes);
    }
}
