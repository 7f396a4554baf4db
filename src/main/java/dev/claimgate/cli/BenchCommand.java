package dev.claimgate.cli;

import dev.claimgate.codes.cms.CodeFileSet;
import dev.claimgate.sample.ClaimFileGenerator;
import dev.claimgate.sample.SampleOptions;
import dev.claimgate.sample.TableCodes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the engine or the whole gateway on this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true,
        description = "Measures the engine, or with --gateway the whole gateway with a database of its own, or with --payers"
                + " its way to five payers of which one is slow and one is down, or with --coding its coding check, or with"
                + " --tables code tables of full size.")
public final class BenchCommand implements Callable<Integer> {
    /** A larger file does not fit into memory beside what is measured. */
    private static final long FILE_BYTES_MAX = 1L << 30;
    /** With less the gateway does not start. */
    private static final int HEAP_MEGABYTES_MIN = 64;
    private static final int RATE_MAX = 100_000;
    private static final int SECONDS_MAX = 600;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "claim file; without it one is made")
    private Optional<Path> file = Optional.empty();
    @Option(names = "--claims", defaultValue = "100000", paramLabel = "N",
            description = "claims of the file that is made (default: ${DEFAULT-VALUE})")
    private long claims;
    @Option(names = "--gateway", description = "POST the file to a gateway, then single claims one after another")
    private boolean gateway;
    @Option(names = "--payers",
            description = "POST the file that is made, for five payers, to a gateway; one of them is slow, one down")
    private boolean payers;
    @Option(names = "--coding", description = "POST /v1/coding/check to a gateway at a steady rate")
    private boolean coding;
    @Option(names = "--rate", defaultValue = "1000", paramLabel = "N",
            description = "requests a second with --coding (default: ${DEFAULT-VALUE})")
    private int rate;
    @Option(names = "--seconds", defaultValue = "20", paramLabel = "N",
            description = "seconds that are measured with --coding (default: ${DEFAULT-VALUE})")
    private int seconds;
    @Option(names = "--warm-up", defaultValue = "40", paramLabel = "N",
            description = "seconds at the same rate before that (default: ${DEFAULT-VALUE})")
    private int warmUp;
    @Option(names = "--tables", paramLabel = "FOLDER",
            description = "import the files in this folder, as CMS publishes them, then measure how the release is loaded, pairs"
                    + " looked up and claims judged by it; with --coding only the check is measured")
    private Optional<Path> tables = Optional.empty();
    @Option(names = "--singles", defaultValue = "200", paramLabel = "N",
            description = "single claims to POST with --gateway (default: ${DEFAULT-VALUE})")
    private int singles;
    @Option(names = "--heap-mb", defaultValue = "512", paramLabel = "M",
            description = "heap of the gateway's process with --gateway, --payers or --coding (default: ${DEFAULT-VALUE})")
    private int heapMegabytes;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        atLeast(1, "--claims", claims);
        atLeast(1, "--singles", singles);
        atLeast(HEAP_MEGABYTES_MIN, "--heap-mb", heapMegabytes);
        between(1, "--rate", rate, RATE_MAX);
        between(1, "--seconds", seconds, SECONDS_MAX);
        between(0, "--warm-up", warmUp, SECONDS_MAX);
        requireOneMeasure();
        if (coding) {
            return new CodingBench(tableFiles(), rate, warmUp, seconds, heapMegabytes, spec.commandLine().getOut()).run();
        }
        List<CodeFileSet> sets = tableFiles();
        Path made = file.isPresent() ? file.get() : generate();
        try {
            if (!Files.isRegularFile(made) || !Files.isReadable(made) || Files.size(made) > FILE_BYTES_MAX) {
                spec.commandLine().getErr().println(made + ": must be a readable file of at most " + FILE_BYTES_MAX + " bytes");
                return ExitCodes.UNUSABLE;
            }
            if (gateway) {
                return new GatewayBench(made, singles, heapMegabytes, spec.commandLine().getOut()).run();
            }
            if (payers) {
                return new PayersBench(made, heapMegabytes, spec.commandLine().getOut()).run();
            }
            if (tables.isPresent()) {
                return new TablesBench(sets, Files.readAllBytes(made), spec.commandLine().getOut()).run();
            }
            new EngineBench(Engine.load(Clock.systemDefaultZone()), Files.readAllBytes(made)).run(spec.commandLine().getOut());
            return ExitCodes.ACCEPTED;
        } finally {
            if (file.isEmpty()) {
                Files.deleteIfExists(made);
            }
        }
    }

    private void requireOneMeasure() {
        if (payers && (gateway || coding || tables.isPresent() || file.isPresent())) {
            throw new ParameterException(spec.commandLine(),
                    "--payers makes its own file and stands without --gateway, --coding, --tables and FILE");
        }
        if (coding && (gateway || file.isPresent())) {
            throw new ParameterException(spec.commandLine(),
                    "--coding makes its own requests and stands without --gateway and FILE");
        }
        if (gateway && tables.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--tables stands alone or with --coding, not with --gateway");
        }
    }

    private List<CodeFileSet> tableFiles() throws IOException {
        if (tables.isPresent() && !Files.isDirectory(tables.get())) {
            throw new ParameterException(spec.commandLine(),
                    "--tables is " + tables.get() + ", must be a folder with files as CMS publishes them");
        }
        return tables.isPresent() ? TablesBench.files(tables.get()) : List.of();
    }

    private void between(long least, String option, long value, long most) {
        if (value < least || value > most) {
            throw new ParameterException(spec.commandLine(), option + " is " + value + ", must be " + least + ".." + most);
        }
    }

    private void atLeast(long least, String option, long value) {
        if (value < least) {
            throw new ParameterException(spec.commandLine(), option + " is " + value + ", must be at least " + least);
        }
    }

    private Path generate() throws IOException {
        Path made = Files.createTempFile("claimgate-bench-", ".edi");
        LocalDate today = LocalDate.now();
        try (OutputStream stream = Files.newOutputStream(made); BlockOutput out = new BlockOutput(stream)) {
            SampleOptions options = SampleOptions.of(claims, 1, today);
            new ClaimFileGenerator(TableCodes.read(ProjectHome.codeTables(), today),
                    payers ? options.withPayers(BenchPayers.ALL) : options).writeTo(out);
        }
        return made;
    }
}
