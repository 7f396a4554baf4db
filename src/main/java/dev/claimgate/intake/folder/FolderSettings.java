package dev.claimgate.intake.folder;

import dev.claimgate.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which folders are watched and how. Each key, its unit, its limits and its default stand in {@code conf/gateway.yaml}.
 *
 * @param directory       absolute; a folder in it that is named as a partner and has a folder {@code in} is watched; empty: none
 * @param poll            how often it is looked into
 * @param stable          a file is taken when size and time stay as they are so long
 * @param fileBytesMax    a larger file is set aside
 * @param filesAtOnceMax  files being received at the same time, one for each partner at most; each holds a database connection
 * @param filesPerLookMax files of one partner taken, and acknowledgements written for him, at one look
 */
public record FolderSettings(Optional<Path> directory, Duration poll, Duration stable, long fileBytesMax, int filesAtOnceMax,
                             int filesPerLookMax) {
    private static final Pattern PATH = Pattern.compile("(?s).+");

    /** Reads {@code intake.folder}; faults go to the settings' collector. */
    public static FolderSettings read(Settings settings, Path home) {
        boolean enabled = settings.flag("enabled", true);
        String directory = settings.text("directory", "", PATH, "a path");
        FolderSettings folder = new FolderSettings(
                Optional.of(directory).filter(path -> enabled && !path.isEmpty()).map(home.toAbsolutePath()::resolve).map(Path::normalize),
                settings.millis("pollMillis", 1000, 50, 3_600_000),
                settings.millis("stableMillis", 3000, 0, 3_600_000),
                settings.whole("fileBytesMax", 1L << 30, 1, Integer.MAX_VALUE),
                settings.integer("filesAtOnceMax", 4, 1, 100),
                settings.integer("filesPerLookMax", 1000, 1, 100_000));
        settings.done();
        return folder;
    }
}
