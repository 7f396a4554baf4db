package dev.claimgate.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded database's directory, held by this process alone as long as it is open. A lock file beside it keeps a second
 * gateway out; a server that a killed gateway left behind is stopped, so that no two servers ever share the data.
 */
final class DataDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final long STOP_SECONDS_MAX = 60;
    private static final String UNFINISHED = ".new";

    private final Path path;
    private final Path unfinished;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.unfinished = path.resolveSibling(path.getFileName() + UNFINISHED + UUID.randomUUID());
        this.lockFile = lockFile;
    }

    /** @throws DatabaseException if another gateway holds the directory */
    static DataDirectory hold(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Files.createDirectories(absolute.getParent());
        FileChannel lockFile = FileChannel.open(lockPath(absolute), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(lockFile)) {
            lockFile.close();
            throw new DatabaseException(absolute + ": another gateway uses this data directory; stop it, give this one a "
                    + "database.dataDirectory of its own, or let both use one PostgreSQL by database.url");
        }
        return new DataDirectory(absolute, lockFile);
    }

    private static Path lockPath(Path absolute) {
        return absolute.resolveSibling(absolute.getFileName() + ".lock");
    }

    /** Whether a gateway holds the directory now. */
    static boolean isHeld(Path path) {
        Path lockPath = lockPath(path.toAbsolutePath().normalize());
        if (!Files.exists(lockPath)) {
            return false;
        }
        try (FileChannel lockFile = FileChannel.open(lockPath, StandardOpenOption.WRITE)) {
            return !locked(lockFile);
        } catch (IOException e) {
            throw new DatabaseException(lockPath + ": cannot be opened (" + e.getClass().getSimpleName()
                    + "); run this as the user who runs the gateway", e);
        }
    }

    private static boolean locked(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    /**
     * Where a new database is made, to be renamed when it is complete: a kill in between leaves nothing half made. Another
     * name at each start, because the program that made the last one may still be writing there.
     */
    Path unfinished() {
        return unfinished;
    }

    /** Deletes what starts that were killed left unfinished. What cannot go yet goes at the next first start. */
    void deleteUnfinished() throws IOException {
        for (Path leftOver : beside(path.getFileName() + UNFINISHED)) {
            stopLeftOver(leftOver);
            try {
                deleteAll(leftOver);
            } catch (IOException | UncheckedIOException e) {
                LOG.info("{}: was left unfinished by a gateway that was killed and cannot be deleted yet: {}", leftOver,
                        e.getClass().getSimpleName());
            }
        }
    }

    private List<Path> beside(String prefix) throws IOException {
        try (Stream<Path> all = Files.list(path.getParent())) {
            return all.filter(each -> each.getFileName().toString().startsWith(prefix)).toList();
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        }
    }

    /** Where the server's programs are unpacked, once for all data directories beside it. */
    Path programs() {
        return path.resolveSibling("postgres-programs");
    }

    /** They are unpacked for all to write, and whoever could write there would run as the gateway's user. */
    void closeProgramsToOthers() throws IOException {
        Files.setPosixFilePermissions(programs(), PosixFilePermissions.fromString("rwx------"));
    }

    /** Stops the server that a killed gateway left behind on {@code directory}, if there is one. */
    static void stopLeftOver(Path directory) throws IOException {
        Path pidFile = directory.resolve("postmaster.pid");
        Optional<ProcessHandle> process = processOf(pidFile);
        if (process.isEmpty()) {
            return;
        }
        if (!isServer(process.get(), directory)) {
            LOG.info("{} names a process that is no database server of this directory: removed", pidFile);
            Files.delete(pidFile);
            return;
        }
        LOG.info("{}: a database server was left behind by a gateway that was killed; stopping it", directory);
        stop(directory, process.get());
    }

    /** The server that runs on this directory. */
    static Optional<ProcessHandle> server(Path directory) {
        try {
            return processOf(directory.resolve("postmaster.pid")).filter(process -> isServer(process, directory));
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{}: its process file cannot be read: {}", directory, e.toString());
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> processOf(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        boolean readable = !lines.isEmpty() && lines.get(0).strip().matches("[1-9][0-9]{0,9}");
        return readable ? ProcessHandle.of(Long.parseLong(lines.get(0).strip())) : Optional.empty();
    }

    /**
     * By then the number may be another program's, or that of another PostgreSQL: after a restart of a container they begin
     * anew. A process that does not show what it runs is taken for ours.
     */
    private static boolean isServer(ProcessHandle process, Path directory) {
        ProcessHandle.Info info = process.info();
        return info.command().map(command -> command.endsWith("/postgres")).orElse(true)
                && info.arguments().map(all -> List.of(all).contains(directory.toString())).orElse(true);
    }

    /** By SIGINT, PostgreSQL's fast shutdown: transactions are rolled back, nothing is lost. */
    private static void stop(Path directory, ProcessHandle process) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
            process.onExit().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new DatabaseException(directory + ": the database server left behind there (process " + process.pid()
                    + ") did not stop within " + STOP_SECONDS_MAX + " s; stop it by hand", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted while a database server stopped", e);
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
