package dev.claimgate.validation;

import dev.claimgate.x12.Delimiters;

/**
 * The ISA as received, element texts untouched (blanks and all).
 *
 * @param ordinal       1-based number of the interchange in the file
 * @param delimiters    its separators
 * @param senderQualifier   ISA05
 * @param senderId          ISA06, 15 characters
 * @param receiverQualifier ISA07
 * @param receiverId        ISA08, 15 characters
 * @param date              ISA09, YYMMDD
 * @param time              ISA10, HHMM
 * @param controlNumber     ISA13
 * @param acknowledgmentRequested whether ISA14 is 1
 * @param usage             ISA15, P or T
 */
public record InterchangeHeader(int ordinal, Delimiters delimiters, String senderQualifier, String senderId,
                                String receiverQualifier, String receiverId, String date, String time,
                                String controlNumber, boolean acknowledgmentRequested, String usage) {
}
