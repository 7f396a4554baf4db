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

    /** Both in one number, so that rows need no object. */
    long pack() {
        return (long) nonFacility << Integer.SIZE | facility;
    }

    static int nonFacility(long packed) {
        return (int) (packed >>> Integer.SIZE);
    }

    static int facility(long packed) {
        return (int) packed;
    }
}
