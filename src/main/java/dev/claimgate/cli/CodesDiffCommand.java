package dev.claimgate.cli;

import dev.claimgate.codes.Days;
import dev.claimgate.store.CodeArchive;
import dev.claimgate.store.CodeDifference;
import dev.claimgate.store.ReachedDatabase;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells what one release changes against another. */
@Command(name = "diff", mixinStandardHelpOptions = true,
        description = "Tells what release B changes against release A: codes and pairs added, ended and changed.")
public final class CodesDiffCommand implements Callable<Integer> {
    @Mixin
    private CodesDatabase database;
    @Option(names = "--on", paramLabel = "DATE",
            description = "compare for claims of this service day, YYYY-MM-DD (default: the day on which B's own parts begin)")
    private Optional<LocalDate> day = Optional.empty();
    @Option(names = "--shown-max", defaultValue = "20", paramLabel = "N",
            description = "most differences of each sort shown one by one (default: ${DEFAULT-VALUE})")
    private int shownMax;
    @Parameters(index = "0", paramLabel = "A", description = "number of a release in codes list")
    private long a;
    @Parameters(index = "1", paramLabel = "B", description = "number of another")
    private long b;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (shownMax < 0) {
            throw new ParameterException(spec.commandLine(), "--shown-max is " + shownMax + ", must be at least 0");
        }
        try (ReachedDatabase reached = database.open()) {
            show(new CodeArchive(reached.options(), Clock.systemDefaultZone()).difference(a, b, day.map(Days::of), shownMax),
                    spec.commandLine().getOut());
        }
        return ExitCodes.ACCEPTED;
    }

    private void show(CodeDifference difference, PrintWriter out) {
        if (difference.kinds().isEmpty()) {
            out.println("Releases " + a + " and " + b + " are made of the same parts.");
        } else {
            out.println("For claims of " + Days.text(difference.day()) + ", release " + b + " against " + a + ":");
        }
        for (CodeDifference.Kind kind : difference.kinds()) {
            out.printf("%s: %s added, %s ended, %s changed%n", kind.title(), Words.number(kind.added()),
                    Words.number(kind.ended()), Words.number(kind.changed()));
            kind.shown().forEach(line -> out.println("    " + line));
        }
        out.flush();
    }
}
