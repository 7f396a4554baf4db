package dev.claimgate.claim;

/** Who has to do with a service line beside the one who renders it (005010X222A1, loops 2420B to 2420F). */
public enum LineProvider {
    PURCHASED("2420B"),
    FACILITY("2420C"),
    SUPERVISING("2420D"),
    ORDERING("2420E"),
    REFERRING("2420F"),
    SECOND_REFERRING("2420F");

    private final String loop;

    LineProvider(String loop) {
        this.loop = loop;
    }

    /** Its loop. */
    public String loop() {
        return loop;
    }
}
