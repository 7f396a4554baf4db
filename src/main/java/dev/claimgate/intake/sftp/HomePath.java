package dev.claimgate.intake.sftp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A place in a home: its top, one of its three folders, or a file in one of them. There are no other places, so that no path,
 * whatever stands in it, leads anywhere else.
 *
 * @param folder empty for the top
 * @param name   of a file; empty for a folder
 */
record HomePath(Optional<Folder> folder, String name) {
    static final HomePath TOP = new HomePath(Optional.empty(), "");
    private static final int LENGTH_MAX = 1024;

    /** What a home holds. */
    enum Folder {
        INBOX, OUTBOX, ARCHIVE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The place a path means; a {@link Refusal} if there is no such place. */
    static HomePath of(String path) {
        List<String> steps = steps(path);
        if (steps.isEmpty()) {
            return TOP;
        }
        for (Folder folder : Folder.values()) {
            if (folder.text().equals(steps.get(0)) && steps.size() <= 2) {
                return new HomePath(Optional.of(folder), steps.size() == 2 ? steps.get(1) : "");
            }
        }
        throw Refusal.noSuchFile();
    }

    /** The path from the top on, without detours; whether it exists is not asked. */
    static String plain(String path) {
        return "/" + String.join("/", steps(path));
    }

    /** {@code ..} at the top stays there, as on any system. */
    private static List<String> steps(String path) {
        if (path.length() > LENGTH_MAX || path.indexOf('\0') >= 0) {
            throw Refusal.noSuchFile();
        }
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/")) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.remove(steps.size() - 1);
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return steps;
    }

    boolean isFolder() {
        return name.isEmpty();
    }

    boolean isFileIn(Folder wanted) {
        return !name.isEmpty() && folder.isPresent() && folder.get() == wanted;
    }
}
