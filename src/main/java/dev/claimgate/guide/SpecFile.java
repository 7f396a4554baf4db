package dev.claimgate.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a spec file into lines nested by indentation, two blanks a level; blank lines and {@code #} lines are passed over. */
final class SpecFile {
    private SpecFile() {
    }

    static List<SpecLine> read(Path path, SpecFaults faults) {
        String name = path.getParent().getFileName() + "/" + path.getFileName();
        List<SpecLine> stack = new ArrayList<>();
        SpecLine root = new SpecLine(name, 0, "");
        stack.add(root);
        int number = 0;
        for (String raw : lines(path, name, faults)) {
            number++;
            String text = raw.strip();
            if (!text.isEmpty() && text.charAt(0) != '#') {
                nest(stack, new SpecLine(name, number, text), indent(raw), faults);
            }
        }
        return root.children();
    }

    private static void nest(List<SpecLine> stack, SpecLine line, int blanks, SpecFaults faults) {
        int depth = blanks / 2;
        if (blanks % 2 != 0 || depth >= stack.size()) {
            faults.add(line, "indented by " + blanks + " blanks, must be two more than the line it belongs to");
            return;
        }
        stack.subList(depth + 1, stack.size()).clear();
        stack.get(depth).children().add(line);
        stack.add(line);
    }

    private static int indent(String raw) {
        int blanks = 0;
        while (raw.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    private static List<String> lines(Path path, String name, SpecFaults faults) {
        try {
            return Files.readAllLines(path);
        } catch (NoSuchFileException e) {
            faults.add(name, "is missing");
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
