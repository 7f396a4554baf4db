package dev.claimgate.codes.cms;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableException;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.Days;
import dev.claimgate.codes.TableFaults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts published files into sets of one kind, told apart by their first rows; names do not matter for that. */
public final class CodeFiles {
    private static final Pattern NCCI_PART = Pattern.compile("(?i)(.*)-f(\\d+)(\\.[a-z]+)+");
    /** CMS cuts the practitioner pairs into four files. */
    private static final int NCCI_PARTS_MIN = 4;

    private CodeFiles() {
    }

    private record Key(CodeKind kind, String owner) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::kind).thenComparing(Key::owner).compare(this, other);
        }
    }

    /**
     * Looks at the first rows of each file.
     *
     * @param effective first service day, when it is given by hand
     * @throws CodeTableException with every file that cannot be taken
     */
    public static List<CodeFileSet> sort(List<Path> paths, Optional<Integer> effective) {
        TableFaults faults = new TableFaults();
        Map<Key, List<CodeFile>> byKind = new TreeMap<>();
        for (Path path : paths) {
            CodeFile.recognise(path, faults).ifPresent(file ->
                    byKind.computeIfAbsent(new Key(file.kind(), file.owner()), first -> new ArrayList<>()).add(file));
        }
        List<CodeFileSet> sets = new ArrayList<>();
        byKind.forEach((key, files) -> {
            files.sort(Comparator.comparing(CodeFile::name));
            requireAllParts(files, faults);
            sets.add(new CodeFileSet(key.kind(), key.owner(), files, effective(files, effective, faults),
                    digest(files, faults)));
        });
        faults.throwIfAny();
        return sets;
    }

    private static int effective(List<CodeFile> files, Optional<Integer> given, TableFaults faults) {
        if (given.isPresent()) {
            return given.get();
        }
        CodeFile first = files.get(0);
        if (first.kind().standing()) {
            return CodeTableRows.ALWAYS;
        }
        List<Integer> told = files.stream().flatMap(file -> file.effective().stream()).distinct().toList();
        if (told.isEmpty()) {
            faults.add(first.path() + ": neither its name nor its heading tells from which day it holds, must be given as "
                    + "--effective YYYY-MM-DD");
        } else if (told.size() > 1) {
            faults.add(first.path() + ": holds from " + Days.text(told.get(0)) + " and another file of its kind from "
                    + Days.text(told.get(1)) + ", must be imported one after another");
        }
        return told.isEmpty() ? CodeTableRows.ALWAYS : told.get(0);
    }

    /** One file of a release that was cut in four would replace all pairs by a quarter of them. */
    private static void requireAllParts(List<CodeFile> files, TableFaults faults) {
        Map<String, List<Integer>> parts = new TreeMap<>();
        for (CodeFile file : files) {
            Matcher name = NCCI_PART.matcher(file.name());
            if (file.kind() == CodeKind.PAIRS && name.matches()) {
                parts.computeIfAbsent(name.group(1), first -> new ArrayList<>()).add(Integer.parseInt(name.group(2)));
            }
        }
        parts.forEach((release, numbers) -> {
            int last = Math.max(NCCI_PARTS_MIN, numbers.stream().mapToInt(number -> number).max().orElse(0));
            for (int part = 1; part <= last; part++) {
                if (!numbers.contains(part)) {
                    faults.add(files.get(0).path().resolveSibling(release + "-f" + part) + ": is not among the files, "
                            + "must be imported together with the other parts of " + release);
                }
            }
        });
    }

    private static String digest(List<CodeFile> files, TableFaults faults) {
        MessageDigest digest = sha256();
        byte[] piece = new byte[1 << 16];
        for (CodeFile file : files) {
            try (InputStream in = Files.newInputStream(file.path())) {
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    digest.update(piece, 0, read);
                }
            } catch (IOException e) {
                faults.add(file.path() + ": cannot be read (" + e.getMessage() + ")");
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
