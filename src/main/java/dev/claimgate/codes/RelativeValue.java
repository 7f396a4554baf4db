package dev.claimgate.codes;

/**
 * Total relative value units of a procedure (PPRRVU, totals), in hundredths, by setting.
 *
 * @param nonFacility in an office, 0 where none is published
 * @param facility    in a facility, 0 where none is published
 */
public record RelativeValue(int nonFacility, int facility) {
    public RelativeValue {
        if (nonFacility < 0 || facility < 0) {
            throw new IllegalArgumentException("a relative value is 0 or more");
        }
    }

    public int in(PlaceOfService place) {
        return place == PlaceOfService.FACILITY ? facility : nonFacility;
    }
}
