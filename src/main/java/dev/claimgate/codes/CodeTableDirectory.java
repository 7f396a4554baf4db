package dev.claimgate.codes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A folder of code tables, such as {@code conf/code-tables}: its README tells the format. Reading reports every fault at
 * once, each with file, line, column and what would be right.
 */
public final class CodeTableDirectory {
    /** May be left out: without them no advice rests on them. */
    private static final String VALUES = "relative-values";
    private static final List<String> TABLES =
            List.of("procedures", VALUES, "units", "addons", "pairs", "modifiers", "places", "diagnoses");
    private static final String PACK = "pack.properties";
    /** Largest table taken, unpacked: the full NCCI table is about 60 MB. */
    private static final int TABLE_BYTES_MAX = 256 << 20;

    private CodeTableDirectory() {
    }

    /** @throws CodeTableException if anything in the folder is missing or wrong */
    public static CodeTables load(Path directory) {
        CodeTablesBuilder tables = CodeTables.builder();
        read(directory, tables);
        if (Files.isRegularFile(directory.resolve(PACK))) {
            String name = pack(directory).name();
            for (CodeKind kind : CodeKind.values()) {
                tables.source(new TableSource(kind, name, 0, true, CodeTableRows.ALWAYS, CodeTableRows.NEVER));
            }
        }
        return tables.build();
    }

    /**
     * Hands over each row of each table. What {@code rows} refuses with an {@link IllegalArgumentException} is reported as a
     * fault of that row.
     *
     * @throws CodeTableException if anything in the folder is missing or wrong; {@code rows} may have got rows before
     */
    public static void read(Path directory, CodeTableRows rows) {
        TableFaults faults = new TableFaults();
        TableParser parser = new TableParser(rows, faults);
        for (String table : TABLES) {
            readTable(directory, table, parser, faults);
        }
        faults.throwIfAny();
    }

    /** What {@code pack.properties} says of the folder, with the digest of its tables. */
    public static CodePack pack(Path directory) {
        TableFaults faults = new TableFaults();
        CodePack pack = CodePack.read(directory.resolve(PACK), digest(directory), faults);
        faults.throwIfAny();
        return pack;
    }

    private static void readTable(Path directory, String table, TableParser parser, TableFaults faults) {
        Path plain = directory.resolve(table + ".tsv");
        Path packed = directory.resolve(table + ".tsv.gz");
        boolean isPlain = Files.isRegularFile(plain);
        boolean isPacked = Files.isRegularFile(packed);
        if (!isPlain && !isPacked && table.equals(VALUES)) {
            return;
        }
        if (isPlain == isPacked) {
            faults.add(plain + (isPlain ? ": stands beside its .gz, must be one of the two"
                    : ": not found, must be there as .tsv or .tsv.gz"));
            return;
        }
        Path file = isPlain ? plain : packed;
        try {
            parser.parse(table, file.toString(), bytes(file, isPacked));
        } catch (IOException e) {
            faults.add(file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    private static byte[] bytes(Path file, boolean packed) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!packed) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
            byte[] unpacked = in.readNBytes(TABLE_BYTES_MAX);
            if (unpacked.length == TABLE_BYTES_MAX) {
                throw new IOException("unpacks to " + TABLE_BYTES_MAX + " bytes or more");
            }
            return unpacked;
        }
    }

    private static byte[] digest(Path directory) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String table : TABLES) {
                for (String ending : List.of(".tsv", ".tsv.gz")) {
                    Path file = directory.resolve(table + ending);
                    if (Files.isRegularFile(file)) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
