package dev.claimgate.bench;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link PeerBenchmark} and prints its table. Takes JMH's options, such as {@code -f 1 -wi 1 -i 2}. */
public final class PeerBench {
    private static final String SMALL = "SmallFile";

    private PeerBench() {
    }

    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(new OptionsBuilder().parent(new CommandLineOptions(args))
                .include(PeerBenchmark.class.getName()).shouldFailOnError(true).build()).run();
        int bytes = BenchFile.of(BenchFile.CLAIMS).length;
        int smallBytes = BenchFile.of(BenchFile.CLAIMS_OF_SMALL_FILE).length;
        System.out.printf("%n%-24s %10s %10s %12s%n", "", "claims", "MB/s", "claims/s");
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark().replaceFirst(".*\\.", "");
            boolean small = name.endsWith(SMALL);
            int claims = small ? BenchFile.CLAIMS_OF_SMALL_FILE : BenchFile.CLAIMS;
            double seconds = result.getPrimaryResult().getScore() / 1000;
            System.out.printf(Locale.ROOT, "%-24s %,10d %10.1f %,12.0f%n", name, claims,
                    (small ? smallBytes : bytes) / 1e6 / seconds, claims / seconds);
        }
    }
}
