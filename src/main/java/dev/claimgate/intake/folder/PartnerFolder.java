package dev.claimgate.intake.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folders of one partner: {@code in}, which others fill, and beside it {@code done}, {@code failed} and {@code out}, which we
 * fill. Looks at plain files only and follows no links. All methods block.
 */
final class PartnerFolder {
    private static final int LISTED_MAX = 100_000;

    private final Path in;
    private final Path done;
    private final Path failed;
    private final Path out;

    PartnerFolder(Path home) {
        this.in = home.resolve("in");
        this.done = home.resolve("done");
        this.failed = home.resolve("failed");
        this.out = home.resolve("out");
    }

    /** Whether it is there at all; makes the folders beside {@code in} if need be. */
    boolean ready() throws IOException {
        if (!Files.isDirectory(in, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        for (Path beside : List.of(done, failed, out)) {
            if (!Files.isDirectory(beside)) {
                Files.createDirectory(beside);
            }
        }
        return true;
    }

    /** What lies in {@code in}, oldest first. */
    List<FoundFile> files() throws IOException {
        List<FoundFile> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(in)) {
            for (Path each : all) {
                look(each).ifPresent(found::add);
                if (found.size() >= LISTED_MAX) {
                    break;
                }
            }
        }
        found.sort(Comparator.comparing(FoundFile::modifiedAt).thenComparing(FoundFile::name));
        return found;
    }

    /** The file as it is now; empty if it is gone. */
    Optional<FoundFile> look(String name) throws IOException {
        return look(in.resolve(name));
    }

    private static Optional<FoundFile> look(Path file) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant modified = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
            return attributes.isRegularFile()
                    ? Optional.of(new FoundFile(file.getFileName().toString(), attributes.size(), modified)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    FileChannel open(String name) throws IOException {
        return FileChannel.open(in.resolve(name), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /** Puts a file that was taken out of the way. Another gateway may have done it already. */
    void done(String name, String as) throws IOException {
        move(in.resolve(name), done.resolve(as));
    }

    /** Sets a file aside that cannot be taken, with the reason beside it. */
    void failed(String name, String as, String reason) throws IOException {
        Files.writeString(failed.resolve(as + ".reason.txt"), reason + System.lineSeparator());
        move(in.resolve(name), failed.resolve(as));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }

    /** Begins a file of {@code out} under a temporary name; what an earlier try left there is gone with that. */
    FileChannel write(String name) throws IOException {
        return FileChannel.open(temporary(name), StandardOpenOption.WRITE, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS);
    }

    static void append(FileChannel file, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    /** The file is whole: on disk, then there under its name at once. */
    void written(FileChannel file, String name) throws IOException {
        file.force(true);
        file.close();
        Files.move(temporary(name), out.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path temporary(String name) {
        return out.resolve("." + name + ".tmp");
    }
}
