package dev.claimgate.ack;

import dev.claimgate.claim.Party;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.x12.PackedText;

/**
 * An NM1 of the 277CA, copied from the claim. The guide requires a name and an id everywhere; where the 837 had none, a
 * stand-in keeps the answer legal.
 */
record Name(String entity, String type, String last, String first, String middle, String suffix, String idQualifier, String id) {
    static final String UNKNOWN = "UNKNOWN";
    static final int ID_LENGTH_MIN = 2;

    /** Loop 2100B: the submitter of 1000A; without one, the sender of the group. */
    static Name receiver(Party submitter, GroupHeader group) {
        return of("41", submitter, "46", usable(submitter.id().toString()) ? submitter.id().toString() : group.sender());
    }

    /** Loop 2100B of a set without claims. */
    static Name receiver(GroupHeader group) {
        return new Name("41", "2", group.sender(), "", "", "", "46", group.sender());
    }

    /** Loop 2100C: by NPI, else by tax id. */
    static Name billingProvider(Party provider) {
        if (PackedText.unpack(provider.idQualifier()).equals("XX") && usable(provider.id().toString())) {
            return of("85", provider, "XX", provider.id().toString());
        }
        return of("85", provider, "FI", provider.taxId().toString());
    }

    private static Name of(String entity, Party party, String idQualifier, String id) {
        boolean person = PackedText.unpack(party.entityType()).equals("1");
        return new Name(entity, person ? "1" : "2", party.lastName().isEmpty() ? UNKNOWN : party.lastName().toString(),
                party.firstName().toString(), party.middleName().toString(), party.suffix().toString(), idQualifier,
                usable(id) ? id : UNKNOWN);
    }

    private static boolean usable(String id) {
        return id.length() >= ID_LENGTH_MIN && !id.isBlank();
    }

    void write(Section section) {
        section.segment("NM1").element(entity).element(type).element(last).element(first).element(middle).skip(1)
                .element(suffix).element(idQualifier).element(id).end();
    }
}
