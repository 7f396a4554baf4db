package dev.claimgate.intake;

import dev.claimgate.config.Settings;
import java.time.Duration;

/**
 * Limits of the upload by HTTP.
 *
 * @param bodyBytesMax a larger file is refused with 413, 1 to 2,147,483,647
 * @param syncBytesMax up to this size the answer waits for the verdict, 0 to 104,857,600
 * @param syncWait     how long it waits before it turns into 202, 1 s to 5 min (CAQH CORE: 20 s)
 * @param uploadsMax   uploads at the same time, more are refused with 503, 1 to 10,000; each holds up to 512 KiB of memory
 * @param streamsMax   of these, uploads beyond {@value HttpIntake#CHUNK_BYTES} bytes at the same time; each holds a database
 *                     connection, so keep it below the size of the pool, 1 to 500
 * @param streamsPerPartnerMax of these, for one partner, more are refused with 429, 1 to 500
 * @param uploadMax    an upload takes no longer, 1 s to 1 day; then 408
 * @param bytesPerSecondMin a sender slower than this, on the average of {@value HttpIntake#SPEED_SECONDS} s, is cut off with
 *                     408, 0 to 1,048,576
 * @param compressionRatioMax what unpacks to more than so many times its size is refused with 413, 10 to 1,032
 * @param zipBytesMax  a larger zip is refused with 413, 1 to 1,073,741,824; zips are taken into memory, as many as streamsMax
 * @param zipFilesMax  a zip with more files is refused with 413, 1 to 100,000
 */
public record IntakeSettings(long bodyBytesMax, long syncBytesMax, Duration syncWait, int uploadsMax, int streamsMax,
                             int streamsPerPartnerMax, Duration uploadMax, int bytesPerSecondMin,
                             int compressionRatioMax, int zipBytesMax, int zipFilesMax) {
    public IntakeSettings {
        check(bodyBytesMax >= 1 && bodyBytesMax <= Integer.MAX_VALUE,
                "bodyBytesMax is " + bodyBytesMax + ", must be 1..2147483647");
        check(syncBytesMax >= 0 && syncBytesMax <= 104_857_600,
                "syncBytesMax is " + syncBytesMax + ", must be 0..104857600");
        check(syncWait.toSeconds() >= 1 && syncWait.toMinutes() <= 5, "syncWait is " + syncWait + ", must be PT1S..PT5M");
        check(uploadsMax >= 1 && uploadsMax <= 10_000, "uploadsMax is " + uploadsMax + ", must be 1..10000");
        check(streamsMax >= 1 && streamsMax <= 500, "streamsMax is " + streamsMax + ", must be 1..500");
        check(streamsPerPartnerMax >= 1 && streamsPerPartnerMax <= 500,
                "streamsPerPartnerMax is " + streamsPerPartnerMax + ", must be 1..500");
        check(uploadMax.toSeconds() >= 1 && uploadMax.toDays() <= 1, "uploadMax is " + uploadMax + ", must be PT1S..P1D");
        check(bytesPerSecondMin >= 0 && compressionRatioMax >= 10 && zipBytesMax >= 1 && zipFilesMax >= 1,
                "bytesPerSecondMin, compressionRatioMax, zipBytesMax or zipFilesMax is too small");
    }

    /** Where one partner may take all streams; with the usual speed and the usual limits of what is packed. */
    public IntakeSettings(long bodyBytesMax, long syncBytesMax, Duration syncWait, int uploadsMax, int streamsMax,
                          Duration uploadMax) {
        this(bodyBytesMax, syncBytesMax, syncWait, uploadsMax, streamsMax, streamsMax, uploadMax, 500, 200, 16 << 20, 1000);
    }

    /** 1 GiB, 1 MiB, 20 s and the usual limits. */
    public static IntakeSettings usual() {
        return new IntakeSettings(1 << 30, 1 << 20, Duration.ofSeconds(20), 256, 8, Duration.ofMinutes(30));
    }

    /** Reads section {@code intake.http}. */
    public static IntakeSettings read(Settings http) {
        IntakeSettings intake = new IntakeSettings(http.whole("bodyBytesMax", 1_073_741_824, 1, Integer.MAX_VALUE),
                http.integer("syncBytesMax", 1_048_576, 0, 104_857_600),
                http.seconds("syncWaitSeconds", 20, 1, 300),
                http.integer("uploadsMax", 256, 1, 10_000),
                http.integer("streamsMax", 8, 1, 500),
                http.integer("streamsPerPartnerMax", 4, 1, 500),
                http.seconds("uploadSecondsMax", 1800, 1, 86_400),
                http.integer("bytesPerSecondMin", 500, 0, 1_048_576),
                http.integer("compressionRatioMax", 200, 10, 1032),
                http.integer("zipBytesMax", 16_777_216, 1, 1_073_741_824),
                http.integer("zipFilesMax", 1000, 1, 100_000));
        http.done();
        return intake;
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("intake.http." + message);
        }
    }
}
