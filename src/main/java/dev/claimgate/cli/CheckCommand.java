package dev.claimgate.cli;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.validation.CodingCheck;
import dev.claimgate.web.CodingRequest;
import dev.claimgate.web.CodingRequestException;
import dev.claimgate.web.FindingsJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the coding of a claim that is not in a file yet, by the edits of the gateway, without server and database. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = "Checks the coding of a claim before there is a claim file, and suggests changes.",
        footer = "%nExit code 0: nothing would be rejected; 1: something would; 2: the request cannot be read, or wrong usage.")
public final class CheckCommand implements Callable<Integer> {
    private static final int REQUEST_BYTES_MAX = 1024 * 1024;
    private static final String STANDARD_INPUT = "-";

    /** How the answer is shown. */
    enum Format { text, json }

    @Option(names = "--format", defaultValue = "text", paramLabel = "FORMAT",
            description = "text for people, json for programs, as POST /v1/coding/check answers (default: ${DEFAULT-VALUE})")
    private Format format;
    @Parameters(arity = "0..1", paramLabel = "FILE",
            description = "the request of POST /v1/coding/check as JSON; - reads standard input")
    private String file;
    @ArgGroup(exclusive = false, heading = "Or the claim on the command line:%n")
    private CheckOptions options;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if ((file == null) == (options == null)) {
            throw new ParameterException(spec.commandLine(), "a claim is missing or there are two, must be FILE or --line");
        }
        try {
            JsonObject request = file == null ? options.request(LocalDate.now()) : read();
            Claim claim = CodingRequest.read(request).build();
            Engine engine = Engine.load(Clock.systemDefaultZone());
            List<ClaimFinding> findings = new CodingCheck(engine.rules(), LocalDate.now()).findings(claim);
            show(engine.codeTables(), findings);
            return findings.stream().anyMatch(ClaimFinding::rejects) ? ExitCodes.REJECTED : ExitCodes.ACCEPTED;
        } catch (CodingRequestException e) {
            return unusable(e.getMessage());
        } catch (DecodeException | ClassCastException e) {
            return unusable("it is not a JSON object");
        } catch (IllegalArgumentException e) {
            return unusable(e.getMessage());
        } catch (IOException e) {
            return unusable("it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private JsonObject read() throws IOException {
        try (InputStream in = file.equals(STANDARD_INPUT) ? new FileInputStream(FileDescriptor.in)
                : Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(REQUEST_BYTES_MAX + 1);
            if (bytes.length > REQUEST_BYTES_MAX) {
                throw new IllegalArgumentException("it is longer than " + REQUEST_BYTES_MAX + " bytes");
            }
            return new JsonObject(Buffer.buffer(bytes));
        }
    }

    private void show(String codeTables, List<ClaimFinding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.json) {
            out.println(FindingsJson.answer(codeTables, findings).encodePrettily());
        } else {
            findings.forEach(new FindingText(out, "")::inDraft);
            out.println(findings.isEmpty() ? "Nothing found." : Words.count(findings.size(), "finding") + ".");
            out.println("Code tables: " + codeTables);
        }
        out.flush();
    }

    private int unusable(String fault) {
        spec.commandLine().getErr().println((file == null ? "" : file + ": ") + fault);
        return ExitCodes.UNUSABLE;
    }
}
