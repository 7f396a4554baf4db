package dev.claimgate.cli;

import dev.claimgate.ack.AcknowledgementDraft;
import dev.claimgate.validation.FileRegister;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.RecentClaims;
import dev.claimgate.validation.ReportListener;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks claim files with the engine of the gateway, without server and database. */
@Command(name = "validate", mixinStandardHelpOptions = true,
        description = "Checks claim files (837P) and tells the verdict. Claims accepted in earlier files of the list, and earlier in"
                + " a file, count as sent before.",
        footer = "%nExit code 0: every claim accepted; 1: something rejected; 2: a file cannot be read, or wrong usage.")
public final class ValidateCommand implements Callable<Integer> {
    private static final int PIECE_BYTES = 256 * 1024;
    private static final String STANDARD_INPUT = "-";

    /** How the verdict is shown. */
    enum Format { text, json, x12 }

    @Option(names = "--format", defaultValue = "text", paramLabel = "FORMAT",
            description = "text for people, json for programs, x12 the acknowledgements, one segment a line "
                    + "(default: ${DEFAULT-VALUE})")
    private Format format;
    @Option(names = "--findings-max", defaultValue = "1000", paramLabel = "N",
            description = "most findings shown for one file in text and json (default: ${DEFAULT-VALUE})")
    private int findingsMax;
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "claim files; - reads standard input")
    private List<String> files;
    @Spec
    private CommandSpec spec;
    private final OutputStream out;
    private int filesAnswered;

    /** Writes to standard output. */
    public ValidateCommand() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    ValidateCommand(OutputStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (findingsMax < 0) {
            throw new ParameterException(spec.commandLine(), "--findings-max is " + findingsMax + ", must be at least 0");
        }
        Engine engine = Engine.load(Clock.systemDefaultZone());
        try (FileReport report = report(engine)) {
            return checkAll(engine, report);
        } catch (UncheckedIOException e) {
            return unusable("standard output: " + e.getCause().getMessage());
        }
    }

    private FileReport report(Engine engine) {
        return switch (format) {
            case text -> new TextReport(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), findingsMax,
                    engine.codeTables());
            case json -> new JsonReport(out, findingsMax, engine.codeTables());
            case x12 -> new X12Report(drafts -> acknowledgements(engine, drafts), out);
        };
    }

    private ReportListener acknowledgements(Engine engine, Consumer<AcknowledgementDraft> drafts) {
        filesAnswered++;
        return engine.acknowledgements("FILE" + filesAnswered, drafts);
    }

    private int checkAll(Engine engine, FileReport report) {
        boolean unusable = false;
        RecentClaims history = engine.history();
        for (String file : files) {
            try (InputStream in = open(file)) {
                if (!check(engine, history, report, file, in)) {
                    unusable(file + ": holds no X12 interchange that could be answered");
                    unusable = true;
                }
            } catch (NoSuchFileException e) {
                unusable(file + ": does not exist");
                unusable = true;
            } catch (AccessDeniedException e) {
                unusable(file + ": this user may not read it");
                unusable = true;
            } catch (IOException e) {
                unusable(file + ": cannot be read (" + e.getMessage() + ")");
                unusable = true;
            }
        }
        if (unusable) {
            return ExitCodes.UNUSABLE;
        }
        return report.total().allAccepted() ? ExitCodes.ACCEPTED : ExitCodes.REJECTED;
    }

    /** Whether anything in the file could be answered. */
    private static boolean check(Engine engine, RecentClaims history, FileReport report, String name, InputStream in)
            throws IOException {
        long before = report.total().interchanges();
        FileValidator validator = engine.validator(new FileRegister(), history, report.fileOpened(name));
        byte[] piece = new byte[PIECE_BYTES];
        try {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                validator.feed(piece, 0, read);
            }
            validator.finish();
        } finally {
            report.fileClosed();
        }
        return report.total().interchanges() > before;
    }

    private static InputStream open(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return new FileInputStream(FileDescriptor.in);
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new IOException("it is a folder, must be a file; name the files in it");
        }
        return Files.newInputStream(path);
    }

    private int unusable(String message) {
        spec.commandLine().getErr().println(message);
        return ExitCodes.UNUSABLE;
    }
}
