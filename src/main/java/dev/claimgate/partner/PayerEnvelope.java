package dev.claimgate.partner;

/**
 * The envelope of what goes to a payer.
 *
 * @param sender        who we are to it: ISA05/06, 1000A NM109
 * @param receiver      who it is: ISA07/08, 1000B NM109
 * @param groupSender   GS02
 * @param groupReceiver GS03
 * @param version       GS08 and ST03
 */
public record PayerEnvelope(InterchangeId sender, InterchangeId receiver, String groupSender, String groupReceiver,
                            String version) {
    public static final String VERSION = "005010X222A1";

    /** The same ids in ISA and GS, the guide's current version. */
    public static PayerEnvelope of(InterchangeId sender, InterchangeId receiver) {
        return new PayerEnvelope(sender, receiver, sender.id(), receiver.id(), VERSION);
    }
}
