package dev.claimgate;

import dev.claimgate.ack.AcknowledgementSettings;
import dev.claimgate.ack.InformationSource;
import dev.claimgate.claim.HistoryLimits;
import dev.claimgate.config.ConfigException;
import dev.claimgate.config.Faults;
import dev.claimgate.config.Settings;
import dev.claimgate.config.YamlFile;
import dev.claimgate.console.ConnectionSettings;
import dev.claimgate.dialect.Dialects;
import dev.claimgate.edit.ClaimEdit;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.finding.Severity;
import dev.claimgate.intake.IntakeSettings;
import dev.claimgate.intake.folder.FolderSettings;
import dev.claimgate.intake.sftp.SftpSettings;
import dev.claimgate.partner.Operators;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.partner.PartnerFiles;
import dev.claimgate.partner.Payer;
import dev.claimgate.partner.PayerDirectory;
import dev.claimgate.partner.Surroundings;
import dev.claimgate.partner.Webhook;
import dev.claimgate.payer.SubmitterContact;
import dev.claimgate.pipeline.PipelineSettings;
import dev.claimgate.store.DatabaseSettings;
import dev.claimgate.store.Sealer;
import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.SendingRights;
import dev.claimgate.webhook.WebhookSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything the gateway can be told, read once before it starts from {@code conf/gateway.yaml} and the two files it names.
 * Each key, its unit, its limits and its default stand in {@code conf/gateway.yaml}.
 *
 * @param http             where the API is served
 * @param connections      how its connections are served
 * @param checkBytesMax    longest request that asks for a check only, in bytes
 * @param xmlBytesMax      longest file that is shown as XML
 * @param management       where health and metrics are served
 * @param database         which PostgreSQL
 * @param sealer           seals raw bytes before they go there
 * @param intake           how files come in by HTTP
 * @param sftp             by SFTP
 * @param folder           and through folders
 * @param pipeline         how files are worked off
 * @param history          how far back earlier claims bear upon later ones
 * @param engine           what the validation does
 * @param acknowledgements who we are in what we answer
 * @param submitter        who we are to payers
 * @param webhooks         how partners are called
 * @param alerts           and where operators are told of payers' late answers
 * @param retentionMonths  whole months kept beside the one under way, 0 keeps all
 * @param paths            other files and folders, absolute
 * @param codeTables       how code tables are kept up to date
 * @param shutdown         how long open work may go on after a stop signal
 * @param partners         who may send, as the files said at the start
 * @param partnerFiles     where that stands, and stays looked at
 * @param partnersReload   how often
 * @param payers           to whom claims go
 * @param dialects         how some of them answer
 * @param operators        who may hold payers and see alerts
 */
public record GatewayConfig(Endpoint http, ConnectionSettings connections, int checkBytesMax, int xmlBytesMax,
                            Endpoint management, DatabaseSettings database,
                            Sealer sealer, IntakeSettings intake, SftpSettings sftp, FolderSettings folder,
                            PipelineSettings pipeline, HistoryLimits history, Engine engine,
                            AcknowledgementSettings acknowledgements, SubmitterContact submitter, WebhookSettings webhooks,
                            Optional<Webhook> alerts, int retentionMonths, Paths paths, CodeTables codeTables, Duration shutdown,
                            PartnerDirectory partners, PartnerFiles partnerFiles, Duration partnersReload,
                            PayerDirectory payers, Dialects dialects, Operators operators) {

    private static final Pattern ANY = Pattern.compile("(?s).+");
    private static final Pattern DATABASE_URL = Pattern.compile("postgres(ql)?://\\S+");
    private static final Pattern ID_QUALIFIER = Pattern.compile("46|FI|PI|XV");
    private static final Pattern X12_ID = Pattern.compile("[A-Z0-9]{2,80}");
    private static final Pattern X12_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 .,'()&-]{0,59}");
    private static final String X12_NAME_RIGHT = "1 to 60 letters, digits, blanks or .,'()&-";
    private static final Pattern RECEIVER = Pattern.compile("(01|14|20|27|28|29|30|33|ZZ):[!-~]([ -~]{0,13}[!-~])?");
    private static final String RECEIVER_RIGHT = "a qualifier and an id as in ISA07 and ISA08, such as \"ZZ:CLAIMGATE\"";
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

    /** How often another release is looked for beside being told, and how long ended NCCI pairs are kept in memory. */
    public record CodeTables(Duration poll, int pairHistoryYears) {
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
        Settings intake = root.section("intake");
        Duration shutdown = root.seconds("shutdownSeconds", 20, 1, 600);
        Path ediSpecs = path(paths, "ediSpecs", "edi-specs", home);
        Path dialects = ediSpecs.resolve("dialects");
        PayerDirectory payers = PayerDirectory.read(yaml.read(path(paths, "payers", "conf/payers.yaml", home)),
                Dialects.names(dialects), environment, home);
        Operators operators = Operators.read(root);
        PartnerFiles partnerFiles = new PartnerFiles(home, path(paths, "partners", "conf/partners.yaml", home),
                path(paths, "partnerKeys", "conf/partner-keys.yaml", home),
                new Surroundings(operators, Dialects.claimFormats(dialects)));
        Settings http = root.section("http");
        Settings management = root.section("management");
        Settings database = root.section("database");
        Settings acknowledgements = root.section("acknowledgements");
        Set<String> receivers = new TreeSet<>(acknowledgements.texts("receivers", RECEIVER, RECEIVER_RIGHT));
        GatewayConfig config = new GatewayConfig(
                endpoint(http, 8080),
                ConnectionSettings.read(http, home),
                http.integer("checkBytesMax", 262_144, 1024, 16_777_216),
                http.integer("xmlBytesMax", 524_288, 1024, 4_194_304),
                endpoint(management, 8081),
                database(database, home),
                EncryptionKeys.read(database.section("encryption"), home, environment),
                IntakeSettings.read(intake.section("http")),
                SftpSettings.read(intake.section("sftp"), home),
                FolderSettings.read(intake.section("folder"), home),
                PipelineSettings.read(root.section("pipeline"), shutdown),
                history(root.section("history")),
                engine(root.section("engine"), receivers),
                acknowledgements(acknowledgements),
                submitter(root.section("submitter")),
                WebhookSettings.read(root.section("webhooks")),
                alerts(root.section("alerts"), home),
                root.integer("retentionMonths", 0, 0, 1200),
                new Paths(ediSpecs, path(paths, "codeTables", "conf/code-tables", home)),
                codeTables(root.section("codeTables")),
                shutdown,
                partnerFiles.read(yaml), partnerFiles, root.millis("partnersReloadMillis", 2000, 100, 3_600_000),
                payers, Dialects.read(dialects, inUse(payers, Dialects.names(dialects)), home, faults),
                operators);
        intake.done();
        http.done();
        management.done();
        database.done();
        paths.done();
        root.done();
        faults.throwIfAny();
        return config;
    }

    /** The same with other payers. */
    public GatewayConfig withPayers(PayerDirectory others) {
        return new GatewayConfig(http, connections, checkBytesMax, xmlBytesMax, management, database, sealer, intake, sftp,
                folder, pipeline, history, engine, acknowledgements, submitter, webhooks, alerts, retentionMonths, paths,
                codeTables, shutdown, partners,
                partnerFiles, partnersReload, others, dialects, operators);
    }

    private static Set<String> inUse(PayerDirectory payers, Set<String> dialects) {
        return payers.all().stream().map(Payer::replies).filter(dialects::contains).collect(Collectors.toSet());
    }

    private static Endpoint endpoint(Settings settings, int port) {
        return new Endpoint(settings.text("host", "127.0.0.1", ANY, "a host name or address"),
                settings.integer("port", port, 0, 65535));
    }

    private static DatabaseSettings database(Settings settings, Path home) {
        return new DatabaseSettings(
                settings.secret("url", DATABASE_URL, "postgresql://USER:PASSWORD@HOST:PORT/DATABASE"),
                path(settings, "dataDirectory", "data/postgres", home),
                settings.integer("port", 0, 0, 65535),
                settings.integer("poolSize", 32, 4, 500),
                settings.integer("waitQueueMax", 1000, 1, 100_000),
                settings.millis("connectTimeoutMillis", 5000, 100, 600_000),
                settings.whole("diskFreeBytesMin", 1_073_741_824, 0, 1L << 50));
    }

    private static Engine engine(Settings settings, Set<String> receivers) {
        Settings edits = settings.section("edits");
        Map<String, Severity> severities = new TreeMap<>();
        for (ClaimEdit edit : ClaimEdits.all()) {
            severities.put(edit.id(), edits.oneOf(edit.id(), Severity.class, edit.severity()));
        }
        edits.done();
        EnginePolicy policy = new EnginePolicy(EnginePolicy.DEFAULT.syntax(), EnginePolicy.DEFAULT.versions(),
                SendingRights.ANY,
                receivers,
                settings.integer("segmentBytesMax", 65_536, 256, 1_048_576),
                settings.integer("findingsPerSetMax", 1000, 1, 100_000));
        settings.done();
        return new Engine(policy, severities);
    }

    private static HistoryLimits history(Settings settings) {
        HistoryLimits limits = new HistoryLimits(settings.integer("days", HistoryLimits.USUAL.days(), 0, 1_100),
                settings.integer("duplicateDays", HistoryLimits.USUAL.duplicateDays(), 1, 3_650),
                settings.integer("claimsPerPatientMax", HistoryLimits.USUAL.claimsMax(), 1, 1_000));
        settings.done();
        return limits;
    }

    private static CodeTables codeTables(Settings settings) {
        CodeTables tables = new CodeTables(settings.millis("pollMillis", 2000, 100, 60_000),
                settings.integer("pairHistoryYears", 5, 1, 50));
        settings.done();
        return tables;
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

    private static Optional<Webhook> alerts(Settings settings, Path home) {
        Optional<Webhook> webhook = Webhook.ofOperators(settings, home);
        settings.done();
        return webhook;
    }

    private static Path path(Settings settings, String key, String byDefault, Path home) {
        return home.toAbsolutePath().resolve(settings.text(key, byDefault, ANY, "a path")).normalize();
    }
}
