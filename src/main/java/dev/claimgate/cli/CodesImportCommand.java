package dev.claimgate.cli;

import dev.claimgate.codes.Days;
import dev.claimgate.codes.cms.CodeFileSet;
import dev.claimgate.codes.cms.CodeFiles;
import dev.claimgate.store.CodePublisher;
import dev.claimgate.store.ReachedDatabase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports files in their official layouts as a new release. */
@Command(name = "import", mixinStandardHelpOptions = true,
        description = "Imports files as CMS publishes them, in one transaction: either all of them or nothing.",
        footer = {"%nTaken, told apart by their headings: NCCI PTP practitioner (all four parts together), MUE practitioner, "
                + "add-on code edits, PPRRVU, HCPCS level II (ANWEB), ICD-10-CM order or codes, place-of-service codes, NUCC "
                + "taxonomy, and a payer's own list as CSV with the columns payer,code,effective,ended,covered,units. Text, "
                + "gzipped text, or .xlsx.",
            "%nA file replaces what is there of its kind, from its effective day on; all other kinds stay."})
public final class CodesImportCommand implements Callable<Integer> {
    @Option(names = "--effective", paramLabel = "DATE",
            description = "first service day the files hold for, YYYY-MM-DD (default: what the file tells; files whose rows "
                    + "carry dates hold for all days)")
    private Optional<LocalDate> effective = Optional.empty();
    @Option(names = "--dry-run", description = "read and check only, change nothing")
    private boolean dryRun;
    @Mixin
    private CodesDatabase database;
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files of one or several kinds")
    private List<Path> files;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<CodeFileSet> sets = CodeFiles.sort(files, effective.map(Days::of));
        long bytes = sets.stream().mapToLong(CodeFileSet::bytes).sum();
        try (ReachedDatabase reached = database.open();
                ProgressBar bar = new ProgressBar(spec.commandLine().getErr(), bytes)) {
            CodePublisher publisher = new CodePublisher(reached.options(), Clock.systemDefaultZone());
            if (!dryRun) {
                // An import stands on the built-in pack, which serves all kinds that were not imported.
                publisher.publishPack(database.config().paths().codeTables());
            }
            CodePublisher.Result result = publisher.importFiles(sets, dryRun, bar::read);
            bar.close();
            tell(result, spec.commandLine().getOut());
        }
        return ExitCodes.ACCEPTED;
    }

    private void tell(CodePublisher.Result result, PrintWriter out) {
        for (CodePublisher.Imported part : result.parts()) {
            out.printf("%s: %s, %s (before: %s), in force %s%s%n", part.files().source(), part.files().title(),
                    Words.count(part.rows(), "row"), Words.number(part.rowsBefore()),
                    part.files().effective() == 0 ? "on all days" : "from " + Days.text(part.files().effective()),
                    part.known() ? ", known already" : "");
        }
        if (result.unchanged()) {
            out.println("These files are in force already: nothing was changed.");
        } else if (dryRun) {
            out.println("All rows are right. Nothing was changed (--dry-run).");
        } else {
            result.release().ifPresent(release -> out.println("Release " + release + " is in use."));
        }
        out.flush();
    }
}
