package dev.claimgate.codes.cms;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.TableFaults;
import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Files of one kind that belong together, such as the four of an NCCI release: they replace that kind as a whole. */
public final class CodeFileSet {
    private final CodeKind kind;
    private final String owner;
    private final List<CodeFile> files;
    private final int effective;
    private final String digest;

    CodeFileSet(CodeKind kind, String owner, List<CodeFile> files, int effective, String digest) {
        this.kind = kind;
        this.owner = owner;
        this.files = List.copyOf(files);
        this.effective = effective;
        this.digest = digest;
    }

    /** What reading a set told. */
    public record Content(int rows, int newestStart) {
    }

    public CodeKind kind() {
        return kind;
    }

    /** The payer whose list it is; empty for other kinds. */
    public String owner() {
        return owner;
    }

    /** First service day it holds for, {@link CodeTableRows#ALWAYS} when it stands for all. */
    public int effective() {
        return effective;
    }

    /** SHA-256 over its files, in hexadecimal. */
    public String digest() {
        return digest;
    }

    /** Name of its first file without ending, such as {@code ccipra-v322r0}. */
    public String name() {
        return files.get(0).name().replaceFirst("\\.gz$", "").replaceFirst("\\.[A-Za-z]+$", "").replaceFirst("(?i)-f1$", "");
    }

    /** Names of all its files. */
    public String source() {
        return files.stream().map(CodeFile::name).collect(Collectors.joining(", "));
    }

    /** Which layout it is in, for people. */
    public String title() {
        return files.get(0).layout().title();
    }

    /**
     * Reads all files and hands over each row that is right and fits those before it. Rows may be handed over before a fault is
     * found: use them only if {@code faults} is without any in the end.
     *
     * @param progress told how many bytes more were read
     */
    public Content read(CodeTableRows rows, TableFaults faults, LongConsumer progress) {
        PeriodCheck checked = new PeriodCheck(rows);
        for (CodeFile file : files) {
            checked.file(file.name());
            try {
                read(file, checked, faults, progress);
            } catch (UnreadableFile e) {
                faults.add(file.path() + ": " + e.getMessage());
            } catch (IOException e) {
                faults.add(file.path() + ": cannot be read to its end (" + e.getMessage() + "), get it again");
            }
        }
        return new Content(checked.handedOn(), checked.newestStart());
    }

    /** Reads all files only to find what is wrong in them. */
    public Content check(TableFaults faults, LongConsumer progress) {
        return read(new UnkeptRows(), faults, progress);
    }

    /** Bytes of all its files together. */
    public long bytes() {
        return files.stream().mapToLong(file -> file.path().toFile().length()).sum();
    }

    private static void read(CodeFile file, PeriodCheck checked, TableFaults faults, LongConsumer progress) throws IOException {
        try (Rows rows = file.open(progress)) {
            Cells cells = new Cells(file.path().toString(), rows, file.layout().fields(), file.heading(), faults);
            Layout.RowReader reader = file.layout().reader(checked);
            boolean any = false;
            for (int row = 0; rows.next(); row++) {
                if (row >= file.heading().rows() && !blank(rows)) {
                    any = true;
                    checked.line(rows.line());
                    read(file, rows, cells, reader);
                }
            }
            if (!any) {
                faults.add(file.path() + ": holds no row beneath its heading, get it again");
            }
        }
    }

    private static void read(CodeFile file, Rows rows, Cells cells, Layout.RowReader reader) {
        cells.begin();
        if (rows.cutOff()) {
            cells.fault("the file ends within this line, it must end with a line end; get it again");
        } else if (file.even() && rows.size() < file.heading().width()) {
            cells.fault("has " + rows.size() + " cells, must have " + file.heading().width() + " like the heading");
        } else {
            try {
                reader.read(cells);
            } catch (IllegalArgumentException refused) {
                cells.fault(refused.getMessage());
            }
        }
    }

    private static boolean blank(Rows rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.cell(i).isBlank()) {
                return false;
            }
        }
        return true;
    }
}
