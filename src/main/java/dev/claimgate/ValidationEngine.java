package dev.claimgate;

import dev.claimgate.ack.AcknowledgementWriter;
import dev.claimgate.claim.Claim;
import dev.claimgate.claim.HistoryLimits;
import dev.claimgate.codes.CodeRelease;
import dev.claimgate.console.FileXml;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.guide.GuideLibrary;
import dev.claimgate.partner.Destinations;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.Partners;
import dev.claimgate.partner.PayerEdits;
import dev.claimgate.pipeline.Engine;
import dev.claimgate.store.CodeReleaseNotices;
import dev.claimgate.store.CodeReleases;
import dev.claimgate.store.CodeTablesHolder;
import dev.claimgate.store.Database;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.ReportListeners;
import dev.claimgate.validation.ValidationRules;
import dev.claimgate.xml.X12Xml;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine as the pipeline runs it: guides from {@code edi-specs}, code tables from the database, edits and limits from the
 * configuration; verdict and acknowledgements from the same pass over the bytes. Every file is judged by the newest release of
 * the code tables when it is opened.
 */
final class ValidationEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(ValidationEngine.class);
    private final Vertx vertx;
    private final GuideLibrary guides;
    private final CodeTablesHolder tables;
    private final GatewayConfig config;
    private final Partners partners;
    private final Clock clock;
    /** By what a partner's profile changes: the same for nearly all, and asked for on event loops. */
    private final Map<Map<String, Severity>, PayerEdits> edits = new ConcurrentHashMap<>();
    private long look;
    private CodeReleaseNotices notices;

    private ValidationEngine(Vertx vertx, GuideLibrary guides, CodeTablesHolder tables, GatewayConfig config,
                             Partners partners, Clock clock) {
        this.vertx = vertx;
        this.guides = guides;
        this.tables = tables;
        this.config = config;
        this.partners = partners;
        this.clock = clock;
    }

    /** Loads guides and code tables, publishing those of {@code paths.codeTables} first if they are new. */
    static Future<ValidationEngine> load(Vertx vertx, GatewayConfig config, Partners partners, Database database,
                                         Clock clock) {
        CodeReleases releases = new CodeReleases(vertx, database.pool(), database.connectOptions(),
                config.codeTables().pairHistoryYears(), clock);
        CodeTablesHolder tables = new CodeTablesHolder(releases);
        return vertx.executeBlocking(() -> GuideLibrary.load(config.paths().ediSpecs()), false)
                .compose(guides -> releases.seed(config.paths().codeTables())
                        .compose(seeded -> tables.refresh())
                        .map(loaded -> new ValidationEngine(vertx, guides, tables, config, partners, clock)))
                .onSuccess(engine -> engine.watch(database));
    }

    private void watch(Database database) {
        tellRelease();
        look = vertx.setPeriodic(config.codeTables().poll().toMillis(), timer -> lookForRelease());
        notices = CodeReleaseNotices.listen(vertx, database.connectOptions(), this::lookForRelease);
    }

    private void tellRelease() {
        tables.release().ifPresent(release -> {
            if (release.builtIn().isEmpty()) {
                LOG.info("code tables: {} is in use", release);
            } else {
                LOG.warn("code tables: {} is in use; import what CMS publishes with ./claimgate codes import", release);
            }
        });
    }

    private void lookForRelease() {
        tables.refresh()
                .onSuccess(swapped -> {
                    if (swapped) {
                        tellRelease();
                    }
                })
                .onFailure(failure -> LOG.warn("code tables: the release in use cannot be loaded, the last one stays: {}",
                        failure.getClass().getSimpleName()));
    }

    /** Looks for no further release; call it before the database goes. */
    Future<Void> close() {
        vertx.cancelTimer(look);
        return notices.close();
    }

    /** What {@code /health/ready} tells of the code tables; the names of files, no more. */
    JsonObject codeTables() {
        JsonObject detail = new JsonObject().put("lastLoadFailed", tables.failing());
        tables.release().ifPresent(release -> detail.put("release", release.id()).put("name", release.name())
                .put("builtInDemonstrationPack", new JsonArray(release.builtIn())));
        return detail;
    }

    boolean codeTablesFailing() {
        return tables.failing();
    }

    /** By which code tables is judged, for people. */
    String codeTablesInUse() {
        return tables.release().map(CodeRelease::toString).orElse("none");
    }

    /** How far back earlier claims matter. */
    HistoryLimits history() {
        return config.history();
    }

    /** Number of the release in use. */
    long codeRelease() {
        return tables.release().map(CodeRelease::id).orElse(0L);
    }

    boolean codeTablesLoaded() {
        return tables.loaded();
    }

    @Override
    public Run open(Job job) {
        ValidationRules rules = rulesFor(partner(job.partnerId()));
        AcknowledgementWriter answers = new AcknowledgementWriter(config.acknowledgements(), clock, job.receivedOn(),
                job.trackingId(), job.drafts());
        FileValidator validator = new FileValidator(rules, job.register(), job.history(), job.receivedOn(),
                new ReportListeners(job.verdicts(), answers));
        return new FileRun(validator, answers);
    }

    private Optional<ClaimStatus> refusal(Claim claim, String usage) {
        return config.payers().refusal(Destinations.of(claim, usage)).map(ClaimStatus::of);
    }

    /** A partner who is no longer configured but has a file waiting is judged like one without a profile. */
    private Partner partner(String id) {
        return partners.byId(id).orElseGet(() -> new Partner(id, id, List.of(), List.of()));
    }

    /** By what a file of this partner is judged that is opened now. */
    ValidationRules rulesFor(Partner partner) {
        PayerEdits severities = edits.computeIfAbsent(partner.profile().edits(),
                own -> new PayerEdits(config.payers(), partner.profile().edits(config.engine().edits())));
        return new ValidationRules(guides, severities, tables.current(), partner.policy(config.engine().policy()),
                this::refusal);
    }

    /** Files as XML, with the names of the guides by which they are judged. */
    FileXml xml(int bytesMax) {
        return new FileXml() {
            @Override
            public int bytesMax() {
                return bytesMax;
            }

            @Override
            public byte[] of(byte[] x12) {
                ByteArrayOutputStream document = new ByteArrayOutputStream();
                X12Xml.write(x12, guides, document);
                return document.toByteArray();
            }
        };
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
