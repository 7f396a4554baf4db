package dev.claimgate.cli;

import dev.claimgate.sample.ClaimFileGenerator;
import dev.claimgate.sample.SampleFault;
import dev.claimgate.sample.SampleOptions;
import dev.claimgate.sample.SamplePayer;
import dev.claimgate.sample.TableCodes;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a synthetic claim file to standard output. */
@Command(name = "generate", mixinStandardHelpOptions = true,
        description = "Writes a file of invented dermatology claims (837P) to standard output.")
public final class GenerateCommand implements Callable<Integer> {
    @Option(names = "--claims", required = true, paramLabel = "N", description = "number of claims")
    private long claims;
    @Option(names = "--seed", defaultValue = "1", paramLabel = "S",
            description = "1..999999999; another seed, another file; also ISA13 (default: ${DEFAULT-VALUE})")
    private int seed;
    @Option(names = "--fault-rate", defaultValue = "0", paramLabel = "R",
            description = "share of claims with one known fault, 0.0..1.0 (default: ${DEFAULT-VALUE})")
    private double faultRate;
    @Option(names = "--payers", defaultValue = "2", paramLabel = "K",
            description = "number of payers, 1..8; the first two have routes in conf/payers.yaml (default: ${DEFAULT-VALUE})")
    private int payers;
    @Option(names = "--claims-per-set", defaultValue = "5000", paramLabel = "N",
            description = "most claims in one transaction set, 1..5000 (default: ${DEFAULT-VALUE})")
    private int claimsPerSet;
    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "date of the file (default: today)")
    private LocalDate date = LocalDate.now();
    @Option(names = "--line-breaks", description = "a line feed after each segment terminator")
    private boolean lineBreaks;
    @Option(names = "--fault-log", description = "tell on standard error which claim was given which fault")
    private boolean faultLog;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SampleOptions options = options();
        return write(new ClaimFileGenerator(TableCodes.read(ProjectHome.codeTables(), date), options, this::logFault));
    }

    private void logFault(String patientControlNumber, SampleFault fault) {
        if (faultLog) {
            spec.commandLine().getErr().println(patientControlNumber + "\t" + fault);
        }
    }

    private int write(ClaimFileGenerator generator) {
        try (BlockOutput out = new BlockOutput(new FileOutputStream(FileDescriptor.out))) {
            generator.writeTo(out);
        } catch (UncheckedIOException e) {
            spec.commandLine().getErr().println("standard output: " + e.getCause().getMessage());
            return ExitCodes.UNUSABLE;
        }
        return ExitCodes.ACCEPTED;
    }

    private SampleOptions options() {
        if (payers < 1 || payers > SamplePayer.ALL.size()) {
            throw usage("--payers is " + payers + ", must be 1.." + SamplePayer.ALL.size());
        }
        try {
            return new SampleOptions(claims, seed, faultRate, SamplePayer.ALL.subList(0, payers), claimsPerSet, date,
                    lineBreaks, SampleOptions.SENDER, SampleOptions.RECEIVER);
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
