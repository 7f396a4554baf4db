package dev.claimgate.store;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much room the disk of the embedded database has, looked at every second. Where there is too little, nothing new is taken
 * in: what a full disk does to a PostgreSQL is worse than a file that is sent again. Safe for all threads.
 */
public final class DiskRoom {
    /** Of a PostgreSQL elsewhere we know nothing; it refuses by itself. */
    public static final DiskRoom UNKNOWN = new DiskRoom(Path.of(""), 0);
    private static final Logger LOG = LoggerFactory.getLogger(DiskRoom.class);
    private static final long LOOK_MILLIS = 1000;

    private final Path directory;
    private final long bytesMin;
    private volatile long bytesFree = Long.MAX_VALUE;

    private DiskRoom(Path directory, long bytesMin) {
        this.directory = directory;
        this.bytesMin = bytesMin;
    }

    /** @param bytesMin less than this is too little */
    static DiskRoom watched(Vertx vertx, Path directory, long bytesMin) {
        DiskRoom room = new DiskRoom(directory, bytesMin);
        room.look();
        vertx.setPeriodic(LOOK_MILLIS, timer -> vertx.executeBlocking(() -> {
            room.look();
            return null;
        }, false));
        return room;
    }

    private void look() {
        boolean before = enough();
        try {
            bytesFree = Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            LOG.warn("{}: how much room its disk has cannot be told: {}", directory, e.getClass().getSimpleName());
            return;
        }
        if (before && !enough()) {
            LOG.error("{}", tooLittle());
        } else if (!before && enough()) {
            LOG.warn("{}: its disk has {} bytes free again, files are taken", directory, bytesFree);
        }
    }

    public boolean enough() {
        return bytesFree >= bytesMin;
    }

    public long bytesFree() {
        return bytesFree;
    }

    public long bytesMin() {
        return bytesMin;
    }

    /** What is wrong and what would be right, for the operator. */
    public String tooLittle() {
        return directory + ": its disk has " + bytesFree + " bytes free, must have " + bytesMin
                + " (database.diskFreeBytesMin); nothing is taken in and nothing judged until there is room";
    }
}
