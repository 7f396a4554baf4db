package dev.claimgate.superbill;

import java.time.LocalDateTime;

/**
 * What stands around the claims of an export.
 *
 * @param senderQualifier   ISA05
 * @param senderId          ISA06 without blanks, at most 15 characters; GS02 and 1000A NM109 too
 * @param senderName        1000A NM103
 * @param receiverQualifier ISA07
 * @param receiverId        ISA08 without blanks, at most 15 characters; GS03 and 1000B NM109 too
 * @param receiverName      1000B NM103
 * @param usage             ISA15: P or T
 * @param controlNumber     ISA13, 1..999999999; GS06 too
 * @param at                when it is written
 */
public record BillEnvelope(String senderQualifier, String senderId, String senderName, String receiverQualifier,
                           String receiverId, String receiverName, String usage, int controlNumber, LocalDateTime at) {
    private static final int ID_MAX = 15;
    private static final int CONTROL_NUMBER_MAX = 999_999_999;

    public BillEnvelope {
        if (senderId.length() > ID_MAX || receiverId.length() > ID_MAX) {
            throw new IllegalArgumentException("ISA06 and ISA08 have at most " + ID_MAX + " characters");
        }
        if (controlNumber < 1 || controlNumber > CONTROL_NUMBER_MAX) {
            throw new IllegalArgumentException("ISA13 is " + controlNumber + ", must be 1.." + CONTROL_NUMBER_MAX);
        }
    }
}
