package dev.claimgate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Code tables: imports what CMS publishes, lists, compares and takes back releases. */
@Command(name = "codes", mixinStandardHelpOptions = true,
        description = "Imports code tables as CMS publishes them; lists, compares and takes back releases.",
        subcommands = {CodesImportCommand.class, CodesListCommand.class, CodesRollbackCommand.class, CodesDiffCommand.class},
        footer = "%nWorks on the database of serve, while it runs or not; gateways take up a change within seconds.")
public final class CodesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what to do is missing, must be one of "
                + String.join(", ", spec.subcommands().keySet()));
    }
}
