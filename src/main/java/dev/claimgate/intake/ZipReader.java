package dev.claimgate.intake;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Reads the files of a zip piece by piece. Blocks. Names of files are not looked at but for those that systems add. */
final class ZipReader implements AutoCloseable {
    private final ZipInputStream zip;
    private final Proportion proportion;
    private final int filesMax;
    private final byte[] skipped = new byte[16 * 1024];
    private int entries;
    private int files;
    private boolean open;

    /** @param opensFile whether the piece is the first of a file */
    record Piece(boolean opensFile, byte[] bytes) {
    }

    ZipReader(byte[] body, Proportion proportion, int filesMax) {
        this.zip = new ZipInputStream(new ByteArrayInputStream(body));
        this.proportion = proportion;
        this.filesMax = filesMax;
        proportion.packed(body.length);
    }

    /**
     * The next piece, at most a chunk long; empty after the last.
     *
     * @throws RefusedException 400 if this is no zip that can be read, 413 if it unpacks to too much or holds too many files
     */
    Optional<Piece> next() throws IOException {
        try {
            boolean opensFile = false;
            while (true) {
                if (!open) {
                    if (!openNext()) {
                        return ended();
                    }
                    opensFile = true;
                }
                byte[] bytes = zip.readNBytes(HttpIntake.CHUNK_BYTES);
                open = bytes.length == HttpIntake.CHUNK_BYTES;
                proportion.unpacked(bytes.length);
                if (bytes.length > 0) {
                    return Optional.of(new Piece(opensFile, bytes));
                }
                if (opensFile) {
                    throw refused("holds an empty file, must hold X12 files");
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw refused("cannot be read as a zip, must be one without a password");
        }
    }

    private Optional<Piece> ended() {
        if (files == 0) {
            throw refused("holds no file, must be a zip of X12 files");
        }
        return Optional.empty();
    }

    private boolean openNext() throws IOException {
        ZipEntry entry = nextEntry();
        while (entry != null && notAFile(entry)) {
            skipContent();
            entry = nextEntry();
        }
        if (entry == null) {
            return false;
        }
        files++;
        open = true;
        return true;
    }

    /** Whatever is skipped counts as well: a bomb may hide in a folder. */
    private void skipContent() throws IOException {
        for (int length = zip.read(skipped); length >= 0; length = zip.read(skipped)) {
            proportion.unpacked(length);
        }
    }

    private ZipEntry nextEntry() throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry != null && ++entries > filesMax) {
            throw new RefusedException(413, "body: holds more than " + filesMax
                    + " files, must hold at most that (intake.http.zipFilesMax); split it. Nothing of it was kept");
        }
        return entry;
    }

    /** Directories, and what macOS adds. */
    private static boolean notAFile(ZipEntry entry) {
        return entry.isDirectory() || Arrays.asList(entry.getName().split("/")).contains("__MACOSX")
                || entry.getName().endsWith(".DS_Store");
    }

    private static RefusedException refused(String found) {
        return new RefusedException(400, "body: " + found + "; nothing of it was kept");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
