package dev.claimgate.intake.sftp;

import dev.claimgate.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where SFTP is served, and its limits. Each key, its unit, its limits and its default stand in {@code conf/gateway.yaml}.
 *
 * @param enabled     whether it is served at all; it is only once a partner has a key
 * @param host        where it listens
 * @param port        0 takes any free one
 * @param hostKeyFile absolute; made if it does not exist
 * @param connections how many, and how long they may do nothing
 * @param uploads     how much, and how long it may take
 */
public record SftpSettings(boolean enabled, String host, int port, Path hostKeyFile, Connections connections, Uploads uploads) {
    private static final Pattern ANY = Pattern.compile("(?s).+");
    private static final long GIBIBYTE = 1L << 30;

    /**
     * @param max           connections at the same time, those not yet authenticated among them
     * @param perPartnerMax of these, for one partner
     * @param authMax       a client proves who it is no later
     * @param idleMax       a connection on which nothing happens is closed
     */
    public record Connections(int max, int perPartnerMax, Duration authMax, Duration idleMax) {
    }

    /**
     * @param fileBytesMax         a larger file is refused
     * @param streamsMax           files beyond one chunk being received at the same time, more wait; each holds a database
     *                             connection
     * @param streamsPerPartnerMax of these, for one partner
     * @param uploadMax            an upload takes no longer
     * @param bytesPerSecondMin    a sender slower than this, on the average of {@value FileUpload#SPEED_SECONDS} s, while he holds one
     *                             of the streams, loses it
     * @param inboxFilesMax        files of one partner under temporary names
     * @param inboxBytesMax        their bytes together
     * @param hourFilesMax         files of one partner within an hour
     * @param hourBytesMax         their bytes together
     * @param listEntriesMax       files shown of one folder
     */
    public record Uploads(long fileBytesMax, int streamsMax, int streamsPerPartnerMax, Duration uploadMax, int bytesPerSecondMin,
                          int inboxFilesMax,
                          long inboxBytesMax, int hourFilesMax, long hourBytesMax, int listEntriesMax) {
    }

    /** Reads {@code intake.sftp}; faults go to the settings' collector. */
    public static SftpSettings read(Settings settings, Path home) {
        SftpSettings sftp = new SftpSettings(
                settings.flag("enabled", true),
                settings.text("host", "127.0.0.1", ANY, "a host name or address"),
                settings.integer("port", 2222, 0, 65535),
                home.toAbsolutePath().resolve(settings.text("hostKeyFile", "data/sftp/host_key", ANY, "a path")).normalize(),
                connections(settings), uploads(settings));
        if (sftp.uploads.streamsPerPartnerMax() > sftp.uploads.streamsMax()) {
            settings.fault("streamsPerPartnerMax", "is " + sftp.uploads.streamsPerPartnerMax()
                    + ", must be at most streamsMax, " + sftp.uploads.streamsMax());
        }
        settings.done();
        return sftp;
    }

    private static Connections connections(Settings settings) {
        return new Connections(
                settings.integer("connectionsMax", 256, 1, 10_000),
                settings.integer("connectionsPerPartnerMax", 8, 1, 10_000),
                settings.seconds("authSecondsMax", 20, 1, 600),
                settings.seconds("idleSecondsMax", 300, 5, 86_400));
    }

    private static Uploads uploads(Settings settings) {
        return new Uploads(
                settings.whole("fileBytesMax", GIBIBYTE, 1, Integer.MAX_VALUE),
                settings.integer("streamsMax", 8, 1, 500),
                settings.integer("streamsPerPartnerMax", 2, 1, 500),
                settings.seconds("uploadSecondsMax", 1800, 1, 86_400),
                settings.integer("bytesPerSecondMin", 500, 0, 1_048_576),
                settings.integer("inboxFilesMax", 1000, 0, 100_000),
                settings.whole("inboxBytesMax", 4 * GIBIBYTE, 0, 1024 * GIBIBYTE),
                settings.integer("filesPerHourMax", 20_000, 1, 10_000_000),
                settings.whole("bytesPerHourMax", 64 * GIBIBYTE, 1, 1024 * GIBIBYTE),
                settings.integer("listEntriesMax", 10_000, 1, 100_000));
    }
}
