package dev.claimgate.codes.cms;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.TableFaults;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** One published file and the layout it is in: text, gzipped text or a workbook. */
final class CodeFile {
    private static final List<Layout> LAYOUTS = List.of(new PairLayout(), new UnitsLayout(), new AddOnLayout(),
            new FeeScheduleLayout(), new HcpcsLayout(), new DiagnosisOrderLayout(), new DiagnosisCodesLayout(),
            new PlaceLayout(), new TaxonomyLayout(), new PayerListLayout());
    /** Enough to see the heading of every layout. */
    private static final int FIRST_ROWS = 30;
    private static final LongConsumer UNHEARD = read -> { };

    private final Path path;
    private final Layout layout;
    private final Heading heading;
    private final Optional<TextRows.Form> form;
    private final List<List<String>> first;

    private CodeFile(Path path, Layout layout, Heading heading, Optional<TextRows.Form> form, List<List<String>> first) {
        this.path = path;
        this.layout = layout;
        this.heading = heading;
        this.form = form;
        this.first = first;
    }

    /** Tells by its first rows what a file is; empty, with a fault, if it is nothing that can be taken. */
    static Optional<CodeFile> recognise(Path path, TableFaults faults) {
        try {
            Optional<CodeFile> found = isWorkbook(path) ? recognise(path, Optional.empty()) : recogniseText(path);
            if (found.isEmpty()) {
                faults.add(path + ": line 1: begins like no file that can be taken, must be one of: " + LAYOUTS.stream()
                        .map(Layout::title).collect(Collectors.joining(", ")));
            }
            return found.filter(file -> file.hasItsColumns(faults));
        } catch (NoSuchFileException e) {
            faults.add(path + ": not found");
        } catch (UnreadableFile e) {
            faults.add(path + ": " + e.getMessage());
        } catch (IOException e) {
            faults.add(path + ": cannot be read (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }

    private static Optional<CodeFile> recogniseText(Path path) throws IOException {
        for (TextRows.Form form : TextRows.Form.values()) {
            Optional<CodeFile> found = recognise(path, Optional.of(form));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<CodeFile> recognise(Path path, Optional<TextRows.Form> form) throws IOException {
        List<List<String>> first = first(path, form);
        for (Layout layout : LAYOUTS) {
            Optional<Heading> heading = layout.match(form.orElse(TextRows.Form.COMMAS), first);
            if (heading.isPresent()) {
                return Optional.of(new CodeFile(path, layout, heading.get(), form, first));
            }
        }
        return Optional.empty();
    }

    private static List<List<String>> first(Path path, Optional<TextRows.Form> form) throws IOException {
        List<List<String>> first = new ArrayList<>();
        try (Rows rows = open(path, form, UNHEARD)) {
            while (first.size() < FIRST_ROWS && rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    cells.add(rows.cell(i));
                }
                first.add(cells.isEmpty() ? List.of("") : cells);
            }
        }
        return first;
    }

    private boolean hasItsColumns(TableFaults faults) {
        boolean all = true;
        for (int i = 0; i < heading.columns().size(); i++) {
            if (heading.columns().get(i) < 0 && layout.fields().get(i).required()) {
                faults.add(path + ": line " + headingLine() + ": names no column " + layout.fields().get(i).name()
                        + ", must have it as " + layout.title());
                all = false;
            }
        }
        return all;
    }

    /** Rows may hold line ends, so that the row of the heading may be some lines further down. */
    private int headingLine() {
        int line = 1;
        for (List<String> row : first.subList(0, heading.line() - 1)) {
            line += 1 + row.stream().mapToInt(cell -> (int) cell.chars().filter(c -> c == '\n').count()).sum();
        }
        return line;
    }

    Path path() {
        return path;
    }

    String name() {
        return path.getFileName().toString();
    }

    Layout layout() {
        return layout;
    }

    Heading heading() {
        return heading;
    }

    CodeKind kind() {
        return layout.kind();
    }

    String owner() {
        return layout.owner(heading, first);
    }

    /** First service day that the file itself tells. */
    Optional<Integer> effective() {
        return layout.effective(name(), first);
    }

    /** Whether each row has as many cells as the heading. */
    boolean even() {
        return form.isPresent() && !heading.fixed();
    }

    /** The rows from the first one of the file. */
    Rows open(LongConsumer progress) throws IOException {
        return open(path, form, progress);
    }

    private static Rows open(Path path, Optional<TextRows.Form> form, LongConsumer progress) throws IOException {
        return form.isPresent() ? new TextRows(text(path, progress), form.get()) : new SheetRows(path, progress);
    }

    private static InputStream text(Path path, LongConsumer progress) throws IOException {
        InputStream in = new CountingStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16), progress);
        return startsWith(path, 0x1f, 0x8b) ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static boolean isWorkbook(Path path) throws IOException {
        return startsWith(path, 'P', 'K');
    }

    private static boolean startsWith(Path path, int... signature) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] begin = in.readNBytes(signature.length);
            int[] found = new int[begin.length];
            for (int i = 0; i < begin.length; i++) {
                found[i] = begin[i] & 0xff;
            }
            return Arrays.equals(found, signature);
        }
    }
}
