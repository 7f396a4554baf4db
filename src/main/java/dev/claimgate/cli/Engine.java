package dev.claimgate.cli;

import dev.claimgate.GatewayConfig;
import dev.claimgate.ack.AcknowledgementDraft;
import dev.claimgate.ack.AcknowledgementSettings;
import dev.claimgate.ack.AcknowledgementWriter;
import dev.claimgate.claim.HistoryLimits;
import dev.claimgate.codes.CodeRelease;
import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.guide.GuideLibrary;
import dev.claimgate.partner.PayerEdits;
import dev.claimgate.validation.ClaimRoutes;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.InterchangeRegister;
import dev.claimgate.validation.RecentClaims;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.ReportListeners;
import dev.claimgate.validation.ValidationRules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * The gateway's engine without server and database: its configuration, guides and code tables straight from the project
 * folder.
 */
final class Engine {
    private final ValidationRules rules;
    private final AcknowledgementSettings ours;
    private final HistoryLimits limits;
    private final Clock clock;
    private final String codeTables;

    private Engine(ValidationRules rules, String codeTables, AcknowledgementSettings ours, HistoryLimits limits,
                   Clock clock) {
        this.rules = rules;
        this.codeTables = codeTables;
        this.ours = ours;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @throws dev.claimgate.config.ConfigException    if {@code conf/gateway.yaml} is faulty
     * @throws dev.claimgate.guide.SpecException       if {@code edi-specs} is faulty
     * @throws dev.claimgate.codes.CodeTableException if {@code conf/code-tables} is faulty
     */
    static Engine load(Clock clock) {
        GatewayConfig config = GatewayConfig.load(Path.of("conf", "gateway.yaml"), ProjectHome.path(), System.getenv());
        Path tables = config.paths().codeTables();
        ValidationRules rules = new ValidationRules(GuideLibrary.load(config.paths().ediSpecs()),
                new PayerEdits(config.payers(), config.engine().edits()), CodeTableDirectory.load(tables),
                config.engine().policy(), ClaimRoutes.ANYWHERE);
        return new Engine(rules, CodeTableDirectory.pack(tables).name() + ", " + CodeRelease.BUILT_IN,
                config.acknowledgements(), config.history(), clock);
    }

    /** The same engine with other code tables. */
    Engine with(CodeTables tables) {
        ValidationRules other = new ValidationRules(rules.guide(), rules.edits(), tables, rules.policy(), rules.routes());
        return new Engine(other, codeTables, ours, limits, clock);
    }

    /** By which code tables is judged, for people. */
    String codeTables() {
        return codeTables;
    }

    /** For the simulated payer, which checks with the same rules. */
    ValidationRules rules() {
        return rules;
    }

    /** A validator for one file received today, to which no other claims matter. */
    FileValidator validator(InterchangeRegister register, ReportListener listener) {
        return new FileValidator(rules, register, LocalDate.now(clock), listener);
    }

    /** The history that files received today make by themselves. */
    RecentClaims history() {
        return new RecentClaims(LocalDate.now(clock), limits);
    }

    /** A validator for one file received today, which follows those of the history. */
    FileValidator validator(InterchangeRegister register, RecentClaims history, ReportListener listener) {
        return new FileValidator(rules, register, history, LocalDate.now(clock),
                new ReportListeners(history.listener(), listener));
    }

    /**
     * What writes the acknowledgements of one file. Close it when the file is done.
     *
     * @param trackingId our number of the file, at most 36 characters
     * @param drafts     takes each draft as soon as it is finished, and closes it
     */
    AcknowledgementWriter acknowledgements(String trackingId, Consumer<AcknowledgementDraft> drafts) {
        return new AcknowledgementWriter(ours, clock, trackingId, drafts);
    }
}
