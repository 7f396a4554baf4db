package dev.claimgate.claim;

import dev.claimgate.x12.Segment;

/** Copies the segments of a name loop into a party. */
final class PartyFiller {
    private PartyFiller() {
    }

    static void name(Party party, Segment segment, int position) {
        party.present = true;
        party.position = position;
        party.entityCode = segment.packed(1);
        party.entityType = segment.packed(2);
        segment.copyTo(3, party.lastName);
        segment.copyTo(4, party.firstName);
        segment.copyTo(5, party.middleName);
        segment.copyTo(7, party.suffix);
        party.idQualifier = segment.packed(8);
        segment.copyTo(9, party.id);
    }

    static void street(Party party, Segment segment, int position) {
        segment.copyTo(1, party.street);
        party.streetPosition = position;
    }

    static void city(Party party, Segment segment, int position) {
        party.cityPosition = position;
        party.country = segment.packed(4);
        party.state = segment.packed(2);
        segment.copyTo(3, party.postalCode);
    }

    static void taxonomy(Party party, Segment segment, int position) {
        segment.copyTo(3, party.taxonomy);
        party.taxonomyPosition = position;
    }

    static void taxId(Party party, Segment segment, int position) {
        party.taxIdPosition = position;
        party.taxIdQualifier = segment.packed(1);
        segment.copyTo(2, party.taxId);
    }

    static void death(Party party, Segment segment, int position) {
        party.deathDate = Fields.firstDate(segment, 6);
        party.deathPosition = position;
    }

    static void demographics(Party party, Segment segment) {
        party.birthDate = Fields.firstDate(segment, 2);
        party.sex = segment.packed(3);
    }

    static void clear(Party party) {
        if (party.present) {
            party.clear();
        }
    }
}
