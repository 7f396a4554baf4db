package dev.claimgate.cli;

import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.Days;
import dev.claimgate.store.CodeArchive;
import dev.claimgate.store.ReachedDatabase;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows all releases with their parts. */
@Command(name = "list", mixinStandardHelpOptions = true,
        description = "Shows the releases, newest first: what they are made of and for which service days.")
public final class CodesListCommand implements Callable<Integer> {
    private static final int DIGEST_SHOWN = 12;

    @Mixin
    private CodesDatabase database;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ReachedDatabase reached = database.open()) {
            List<CodeArchive.Release> releases = new CodeArchive(reached.options(), Clock.systemDefaultZone()).releases();
            releases.forEach(release -> show(release, out));
            if (releases.isEmpty()) {
                out.println("There is no release yet: ./claimgate serve publishes the built-in pack when it starts.");
            }
        }
        out.flush();
        return ExitCodes.ACCEPTED;
    }

    private static void show(CodeArchive.Release release, PrintWriter out) {
        out.printf("%s %d  %s  %s  published %s%n", release.inUse() ? "*" : " ", release.id(), release.name(),
                Words.count(release.rows(), "row"), release.publishedAt().atZone(ZoneId.systemDefault()).toLocalDate());
        for (CodeArchive.Part part : release.parts()) {
            out.printf("      %-18s %9s rows  %s  %s  sha256 %s  %s%n",
                    CodeKind.valueOf(part.kind()).title() + (part.owner().isEmpty() ? "" : " " + part.owner()),
                    Words.number(part.rows()), days(part), part.name(),
                    part.digest().substring(0, Math.min(DIGEST_SHOWN, part.digest().length())),
                    part.builtIn() ? "(built-in demonstration pack)" : part.source());
        }
    }

    private static String days(CodeArchive.Part part) {
        String from = part.from() == CodeTableRows.ALWAYS ? "any day   " : Days.text(part.from());
        return from + " .. " + (part.to() == CodeTableRows.NEVER ? "on        " : Days.text(part.to()));
    }
}
