package dev.claimgate;

import dev.claimgate.cli.BenchCommand;
import dev.claimgate.cli.CheckCommand;
import dev.claimgate.cli.CodesCommand;
import dev.claimgate.cli.DemoCommand;
import dev.claimgate.cli.GenerateCommand;
import dev.claimgate.cli.PartnersCommand;
import dev.claimgate.cli.PayerSimCommand;
import dev.claimgate.cli.ServeCommand;
import dev.claimgate.cli.ValidateCommand;
import dev.claimgate.codes.CodeTableException;
import dev.claimgate.config.ConfigException;
import dev.claimgate.guide.SpecException;
import dev.claimgate.store.DatabaseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Exit codes: 0 done, 1 something was rejected, 2 not done: wrong usage, configuration or machine. */
@Command(name = "claimgate", mixinStandardHelpOptions = true, version = "claimgate 0.1.0",
        description = "A gateway for professional health-care claims (X12 837P).",
        subcommands = {
            ServeCommand.class,
            ValidateCommand.class,
            CheckCommand.class,
            GenerateCommand.class,
            CodesCommand.class,
            BenchCommand.class,
            DemoCommand.class,
            PartnersCommand.class,
            PayerSimCommand.class})
public final class Claimgate implements Runnable {
    private static final int UNUSABLE = 2;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        System.exit(code);
    }

    static CommandLine commandLine() {
        CommandLine all = new CommandLine(new Claimgate());
        String[] version = all.getCommandSpec().version();
        all.getSubcommands().values().forEach(command -> command.getCommandSpec().version(version));
        return all.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Claimgate::wrongUsage)
                .setExitCodeExceptionMapper(failure -> UNUSABLE)
                .setExecutionExceptionHandler(configurationFaults());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, must be one of "
                + String.join(", ", spec.subcommands().keySet()));
    }

    /** The fault and where help is; the whole usage only to one who named no command, it would hide the fault. */
    private static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        if (command.getParent() == null) {
            command.usage(command.getErr());
        } else {
            command.getErr().println("See ./" + command.getCommandSpec().qualifiedName() + " --help");
        }
        return UNUSABLE;
    }

    /** What the operator can mend is told in its own words, without a stack trace. */
    private static IExecutionExceptionHandler configurationFaults() {
        return (failure, commandLine, parsed) -> {
            if (failure instanceof ConfigException || failure instanceof SpecException
                    || failure instanceof CodeTableException || failure instanceof DatabaseException) {
                commandLine.getErr().println(failure.getMessage());
                return UNUSABLE;
            }
            throw failure;
        };
    }
}
