package dev.claimgate.intake;

import dev.claimgate.web.Problem;

/**
 * Watches how much comes out of packed bytes: claims shrink to a tenth or a thirtieth, bombs to a thousandth.
 */
final class Proportion {
    /** Below it, no proportion is too large. */
    private static final long ALWAYS_BYTES = 1024 * 1024;

    private final int ratioMax;
    private final long unpackedMax;
    private long packed;
    private long unpacked;

    /**
     * @param ratioMax    bytes out of one byte, on the whole
     * @param unpackedMax bytes out in all
     */
    Proportion(int ratioMax, long unpackedMax) {
        this.ratioMax = ratioMax;
        this.unpackedMax = unpackedMax;
    }

    void packed(int bytes) {
        packed += bytes;
    }

    /** @throws RefusedException 413 if it is too much */
    void unpacked(int bytes) {
        unpacked += bytes;
        if (unpacked > unpackedMax) {
            throw new RefusedException(Problem.of(413, "body: unpacked it is larger than " + unpackedMax
                    + " bytes, must be at most that (intake.http.bodyBytesMax); split it. Nothing of it was kept"));
        }
        if (unpacked > ALWAYS_BYTES && unpacked > packed * ratioMax) {
            throw new RefusedException(Problem.of(413, "body: unpacks to more than " + ratioMax
                    + " times its size, must be at most that (intake.http.compressionRatioMax). Nothing of it was kept"));
        }
    }
}
