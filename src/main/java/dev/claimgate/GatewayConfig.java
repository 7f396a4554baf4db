package dev.claimgate;

import dev.claimgate.ack.AcknowledgementSettings;
import dev.claimgate.ack.InformationSource;
import dev.claimgate.config.ConfigException;
import dev.claimgate.config.Faults;
import dev.claimgate.config.Settings;
import dev.claimgate.config.YamlFile;
import dev.claimgate.dialect.Dialects;
import dev.claimgate.edit.ClaimEdit;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.finding.Severity;
import dev.claimgate.intake.IntakeSettings;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.partner.Payer;
import dev.claimgate.partner.PayerDirectory;
import dev.claimgate.payer.SubmitterContact;
import dev.claimgate.pipeline.PipelineSettings;
import dev.claimgate.store.DatabaseSettings;
import dev.claimgate.validation.EnginePolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything the gateway can be told, read once before it starts from {@code conf/gateway.yaml} and the two files it names.
 * Each key, its unit, its limits and its default stand in {@code conf/gateway.yaml}.
 *
 * @param http             where the API is served
 * @param management       where health and metrics are served
 * @param database         which PostgreSQL
 * @param intake           how files come in
 * @param pipeline         how files are worked off
 * @param engine           what the validation does
 * @param acknowledgements who we are in what we answer
 * @param submitter        who we are to payers
 * @param paths            other files and folders, absolute
 * @param shutdown         how long open work may go on after a stop signal
 * @param partners         who may send
 * @param payers           to whom claims go
 * @param dialects         how some of them answer
 */
public record GatewayConfig(Endpoint http, Endpoint management, DatabaseSettings database, IntakeSettings intake,
                            PipelineSettings pipeline, Engine engine, AcknowledgementSettings acknowledgements,
                            SubmitterContact submitter, Paths paths, Duration shutdown, PartnerDirectory partners,
                            PayerDirectory payers, Dialects dialects) {

    private static final Pattern ANY = Pattern.compile("(?s).+");
    private static final Pattern DATABASE_URL = Pattern.compile("postgres(ql)?://\\S+");
    private static final Pattern ID_QUALIFIER = Pattern.compile("46|FI|PI|XV");
    private static final Pattern X12_ID = Pattern.compile("[A-Z0-9]{2,80}");
    private static final Pattern X12_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .,'()&-]{0,59}");
    private static final String X12_NAME_RIGHT = "1 to 60 letters, digits, blanks or .,'()&-";
    private static final Pattern TELEPHONE = Pattern.compile("[0-9]{10}");

    /** A listening address; port 0 takes any free one. */
    public record Endpoint(String host, int port) {
    }

    /** Limits of one validation, and the severity of every edit, by edit id. */
    public record Engine(EnginePolicy policy, Map<String, Severity> edits) {
        public Engine {
            edits = Map.copyOf(edits);
        }
    }

    /** Absolute. */
    public record Paths(Path ediSpecs, Path codeTables) {
    }

    /**
     * Reads and checks everything.
     *
     * @param file        relative to {@code home}
     * @param home        where relative paths start
     * @param environment overrides, see {@code conf/gateway.yaml}
     * @throws ConfigException with every fault of all three files
     */
    public static GatewayConfig load(Path file, Path home, Map<String, String> environment) {
        Faults faults = new Faults();
        YamlFile yaml = new YamlFile(home, environment, faults);
        Settings root = yaml.read(file);
        Settings paths = root.section("paths");
        Duration shutdown = root.seconds("shutdownSeconds", 20, 1, 600);
        Path ediSpecs = path(paths, "ediSpecs", "edi-specs", home);
        Path dialects = ediSpecs.resolve("dialects");
        PayerDirectory payers = PayerDirectory.read(yaml.read(path(paths, "payers", "conf/payers.yaml", home)),
                Dialects.names(dialects), environment, home);
        GatewayConfig config = new GatewayConfig(
                endpoint(root.section("http"), 8080),
                endpoint(root.section("management"), 8081),
                database(root.section("database"), home),
                intake(root.section("intake")),
                pipeline(root.section("pipeline"), shutdown),
                engine(root.section("engine")),
                acknowledgements(root.section("acknowledgements")),
                submitter(root.section("submitter")),
                new Paths(ediSpecs, path(paths, "codeTables", "conf/code-tables", home)),
                shutdown,
                PartnerDirectory.read(yaml.read(path(paths, "partners", "conf/partners.yaml", home))),
                payers, Dialects.read(dialects, inUse(payers, Dialects.names(dialects)), home, faults));
        paths.done();
        root.done();
        faults.throwIfAny();
        return config;
    }

    private static Set<String> inUse(PayerDirectory payers, Set<String> dialects) {
        return payers.all().stream().map(Payer::replies).filter(dialects::contains).collect(Collectors.toSet());
    }

    private static Endpoint endpoint(Settings settings, int port) {
        Endpoint endpoint = new Endpoint(settings.text("host", "127.0.0.1", ANY, "a host name or address"),
                settings.integer("port", port, 0, 65535));
        settings.done();
        return endpoint;
    }

    private static DatabaseSettings database(Settings settings, Path home) {
        DatabaseSettings database = new DatabaseSettings(
                settings.secret("url", DATABASE_URL, "postgresql://USER:PASSWORD@HOST:PORT/DATABASE"),
                path(settings, "dataDirectory", "data/postgres", home),
                settings.integer("port", 0, 0, 65535),
                settings.integer("poolSize", 32, 4, 500),
                settings.integer("waitQueueMax", 1000, 1, 100_000),
                settings.millis("connectTimeoutMillis", 5000, 100, 600_000));
        settings.done();
        return database;
    }

    private static IntakeSettings intake(Settings settings) {
        Settings http = settings.section("http");
        IntakeSettings intake = new IntakeSettings(http.whole("bodyBytesMax", 1_073_741_824, 1, Integer.MAX_VALUE),
                http.integer("syncBytesMax", 1_048_576, 0, 104_857_600),
                http.seconds("syncWaitSeconds", 20, 1, 300),
                http.integer("uploadsMax", 64, 1, 10_000),
                http.integer("streamsMax", 8, 1, 500),
                http.seconds("uploadSecondsMax", 1800, 1, 86_400));
        http.done();
        settings.done();
        return intake;
    }

    private static PipelineSettings pipeline(Settings settings, Duration shutdown) {
        PipelineSettings pipeline = new PipelineSettings(settings.integer("slots", 2, 1, 64),
                settings.millis("pollMillis", 250, 10, 60_000),
                settings.integer("attemptsMax", 5, 1, 100),
                settings.millis("restMillis", 2000, 0, 3_600_000),
                settings.integer("summaryEntriesMax", 1000, 1, 100_000),
                shutdown);
        settings.done();
        return pipeline;
    }

    private static Engine engine(Settings settings) {
        Settings edits = settings.section("edits");
        Map<String, Severity> severities = new TreeMap<>();
        for (ClaimEdit edit : ClaimEdits.all()) {
            severities.put(edit.id(), edits.oneOf(edit.id(), Severity.class, edit.severity()));
        }
        edits.done();
        EnginePolicy policy = new EnginePolicy(EnginePolicy.DEFAULT.syntax(), EnginePolicy.DEFAULT.versions(), Set.of(),
                settings.integer("segmentBytesMax", 65_536, 256, 1_048_576),
                settings.integer("findingsPerSetMax", 1000, 1, 100_000));
        settings.done();
        return new Engine(policy, severities);
    }

    private static AcknowledgementSettings acknowledgements(Settings settings) {
        AcknowledgementSettings ours = new AcknowledgementSettings(InformationSource.CLEARINGHOUSE,
                settings.text("name", "CLAIMGATE", X12_NAME, X12_NAME_RIGHT),
                settings.text("idQualifier", "46", ID_QUALIFIER, "46, FI, PI or XV"),
                settings.text("id", "CLAIMGATE", X12_ID, "2 to 80 capitals or digits"),
                "P",
                settings.integer("spoolMemoryBytesMax", 262_144, 1024, 67_108_864),
                settings.integer("elementErrorsPerSegmentMax", 10, 1, 1000));
        settings.done();
        return ours;
    }

    private static SubmitterContact submitter(Settings settings) {
        SubmitterContact contact = new SubmitterContact(
                settings.text("organization", "CLAIMGATE", X12_NAME, X12_NAME_RIGHT),
                settings.text("contact", "CLAIM DESK", X12_NAME, X12_NAME_RIGHT),
                settings.text("telephone", "8005550100", TELEPHONE, "ten digits"));
        settings.done();
        return contact;
    }

    private static Path path(Settings settings, String key, String byDefault, Path home) {
        return home.toAbsolutePath().resolve(settings.text(key, byDefault, ANY, "a path")).normalize();
    }
}
