package dev.claimgate.x12;

/** Hears what the {@link X12Reader} finds. Called on the thread that feeds the reader. */
public interface InterchangeHandler {
    /**
     * An ISA was found; its segment follows.
     *
     * @param fixedWidth whether it has the fixed layout of 106 bytes
     */
    void interchangeStarts(Delimiters delimiters, boolean fixedWidth);

    /** The next segment, envelope segments included; valid only during the call. */
    void segment(Segment segment);

    /** The interchange that was open will see no more segments: another ISA came, the file ended or a limit was reached. */
    void interchangeBroken(Breakage why);

    /**
     * Bytes outside any interchange that are no ISA; the rest of the file is not read.
     *
     * @param offset where in the file
     * @param reason what was found and what would be right
     */
    void unreadable(long offset, String reason);

    /** Why an interchange ended without its IEA. */
    enum Breakage { NEXT_INTERCHANGE, END_OF_FILE, SEGMENT_TOO_LONG }
}
