package dev.claimgate;

import dev.claimgate.ack.AcknowledgementWriter;
import dev.claimgate.claim.Claim;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.guide.GuideLibrary;
import dev.claimgate.partner.Destinations;
import dev.claimgate.partner.PartnerProfile;
import dev.claimgate.pipeline.Engine;
import dev.claimgate.store.CodeReleases;
import dev.claimgate.store.CodeTablesHolder;
import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.ReportListeners;
import dev.claimgate.validation.ValidationRules;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine as the pipeline runs it: guides from {@code edi-specs}, code tables from the database, edits and limits from the
 * configuration; verdict and acknowledgements from the same pass over the bytes. Every file is judged by the newest release of
 * the code tables when it is opened.
 */
final class ValidationEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(ValidationEngine.class);
    /** How soon a release that another gateway published is in use here. */
    private static final long RELEASE_CHECK_MILLIS = 10_000;

    private final Vertx vertx;
    private final GuideLibrary guides;
    private final CodeTablesHolder tables;
    private final ClaimEdits edits;
    private final GatewayConfig config;
    private final Clock clock;
    private long look;

    private ValidationEngine(Vertx vertx, GuideLibrary guides, CodeTablesHolder tables, GatewayConfig config, Clock clock) {
        this.vertx = vertx;
        this.guides = guides;
        this.tables = tables;
        this.edits = new ClaimEdits(config.engine().edits());
        this.config = config;
        this.clock = clock;
    }

    /** Loads guides and code tables, publishing those of {@code paths.codeTables} first if they are new. */
    static Future<ValidationEngine> load(Vertx vertx, GatewayConfig config, Pool pool, Clock clock) {
        CodeReleases releases = new CodeReleases(vertx, pool, clock);
        CodeTablesHolder tables = new CodeTablesHolder(releases);
        return vertx.executeBlocking(() -> GuideLibrary.load(config.paths().ediSpecs()), false)
                .compose(guides -> releases.seed(config.paths().codeTables())
                        .compose(seeded -> tables.refresh())
                        .map(loaded -> new ValidationEngine(vertx, guides, tables, config, clock)))
                .onSuccess(engine -> engine.look = vertx.setPeriodic(RELEASE_CHECK_MILLIS, timer -> engine.lookForRelease()));
    }

    private void lookForRelease() {
        tables.refresh()
                .onSuccess(swapped -> {
                    if (swapped) {
                        LOG.info("code tables: a new release is in use");
                    }
                })
                .onFailure(failure -> LOG.warn("code tables: cannot look for a new release: {}",
                        failure.getClass().getSimpleName()));
    }

    /** Looks for no further release; call it before the database goes. */
    void close() {
        vertx.cancelTimer(look);
    }

    boolean codeTablesLoaded() {
        return tables.loaded();
    }

    @Override
    public Run open(Job job) {
        ValidationRules rules = new ValidationRules(guides, edits, tables.current(), policyFor(job.partnerId()),
                this::refusal);
        AcknowledgementWriter answers = new AcknowledgementWriter(config.acknowledgements(), clock, job.receivedOn(),
                job.trackingId(), job.drafts());
        FileValidator validator = new FileValidator(rules, job.register(), job.receivedOn(),
                new ReportListeners(job.verdicts(), answers));
        return new FileRun(validator, answers);
    }

    private Optional<ClaimStatus> refusal(Claim claim, String usage) {
        return config.payers().refusal(Destinations.of(claim, usage)).map(ClaimStatus::of);
    }

    /** A partner who is no longer configured but has a file waiting is judged like one without a profile. */
    private EnginePolicy policyFor(String partnerId) {
        EnginePolicy gateway = config.engine().policy();
        return config.partners().byId(partnerId).map(partner -> partner.policy(gateway))
                .orElseGet(() -> gateway.with(PartnerProfile.DEFAULT.syntax(), PartnerProfile.DEFAULT.versions(), Set.of()));
    }

    private record FileRun(FileValidator validator, AcknowledgementWriter answers) implements Run {
        @Override
        public void feed(byte[] bytes, int from, int length) {
            validator.feed(bytes, from, length);
        }

        @Override
        public void finish() {
            validator.finish();
        }

        @Override
        public void close() {
            answers.close();
        }
    }
}
