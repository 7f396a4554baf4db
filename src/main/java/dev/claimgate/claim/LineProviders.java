package dev.claimgate.claim;

import dev.claimgate.x12.Segment;

/** The providers of one line beside the rendering one. Few lines have any: each is made when it is first named, and kept. */
final class LineProviders {
    private static final Party NOBODY = new Party();

    private final Party[] parties = new Party[LineProvider.values().length];
    private boolean any;

    Party get(LineProvider provider) {
        Party party = parties[provider.ordinal()];
        return party == null ? NOBODY : party;
    }

    boolean any() {
        return any;
    }

    void name(LineProvider provider, Segment nm1, int position) {
        PartyFiller.name(made(provider), nm1, position);
        any = true;
    }

    /** A second provider of the kind has a place of his own, a third none. */
    void referring(Segment nm1, int position) {
        name(get(LineProvider.REFERRING).present() ? LineProvider.SECOND_REFERRING : LineProvider.REFERRING, nm1, position);
    }

    void facilityCity(Segment n4, int position) {
        PartyFiller.city(made(LineProvider.FACILITY), n4, position);
    }

    void clear() {
        if (any) {
            for (Party party : parties) {
                if (party != null) {
                    party.clear();
                }
            }
            any = false;
        }
    }

    private Party made(LineProvider provider) {
        Party party = parties[provider.ordinal()];
        if (party == null) {
            party = new Party();
            parties[provider.ordinal()] = party;
        }
        return party;
    }
}
