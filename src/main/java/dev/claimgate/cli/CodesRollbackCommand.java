package dev.claimgate.cli;

import dev.claimgate.store.CodeArchive;
import dev.claimgate.store.ReachedDatabase;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts an earlier release in use again. */
@Command(name = "rollback", mixinStandardHelpOptions = true,
        description = "Puts an earlier release in use again, as a whole. Later ones stay and can be put in use the same way.")
public final class CodesRollbackCommand implements Callable<Integer> {
    @Mixin
    private CodesDatabase database;
    @Parameters(paramLabel = "RELEASE", description = "its number in codes list")
    private long release;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (ReachedDatabase reached = database.open()) {
            boolean changed = new CodeArchive(reached.options(), Clock.systemDefaultZone()).rollBack(release);
            spec.commandLine().getOut().println("Release " + release + (changed ? " is in use." : " was in use already."));
        }
        return ExitCodes.ACCEPTED;
    }
}
