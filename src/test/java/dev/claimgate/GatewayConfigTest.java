package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.claimgate.config.ConfigException;
import dev.claimgate.finding.Severity;
import dev.claimgate.partner.AcknowledgementWays;
import dev.claimgate.partner.DeliveryWay;
import dev.claimgate.partner.Partner;
import dev.claimgate.partner.PartnerDirectory;
import dev.claimgate.partner.PartnerProfile;
import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.SyntaxScope;
import dev.claimgate.validation.VersionTreatment;
import dev.claimgate.partner.Destination;
import dev.claimgate.partner.PayerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayConfigTest {
    @TempDir
    Path home;

    @BeforeEach
    void emptyDirectories() throws IOException {
        Files.createDirectories(home.resolve("conf"));
        write("conf/partners.yaml", "partners: []\n");
        write("conf/payers.yaml", "payers: []\n");
    }

    @Test
    void shouldShowEveryKeyWithItsDefaultInTheFileThatComesWithTheProject() throws IOException {
        write("conf/gateway.yaml", "");
        GatewayConfig byDefault = load(Map.of());
        write("conf/gateway.yaml", Files.readString(Path.of("conf/gateway.yaml")));
        GatewayConfig shipped = load(Map.of());

        assertThat(shipped).usingRecursiveComparison().isEqualTo(byDefault);
    }

    @Test
    void shouldAcceptThePartnersAndPayersThatComeWithTheProject() {
        GatewayConfig config = GatewayConfig.load(Path.of("conf/gateway.yaml"), Path.of(""), Map.of());

        assertThat(config.partners().byApiKey("demo-key-northside")).hasValueSatisfying(
                partner -> assertThat(partner.id()).isEqualTo("northside"));
        assertThat(config.partners().byApiKey("demo-key-lakeview")).hasValueSatisfying(
                partner -> assertThat(partner.id()).isEqualTo("lakeview"));
        assertThat(config.payers().route(new Destination("EVG01", "PI", "CI", "P"))).hasValueSatisfying(
                payer -> assertThat(((PayerAddress.Http) payer.address()).url()).hasPort(9101));
        assertThat(config.payers().route(new Destination("LKS01", "XV", "", "T"))).hasValueSatisfying(
                payer -> assertThat(((PayerAddress.Http) payer.address()).url()).hasPort(9102));
    }

    @Test
    void shouldNotLetAPartnerHaveAnOperatorsKey() throws IOException {
        String hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        write("conf/gateway.yaml", """
                operators:
                  - {id: night-desk, apiKeySha256: ["%s"]}
                  - {id: day-desk, apiKeySha256: ["%s"]}
                """.formatted(hash, hash));
        write("conf/partners.yaml", "partners: [{id: northside, name: Northside, apiKeySha256: [\"" + hash + "\"]}]");

        assertThat(faults(Map.of())).containsExactlyInAnyOrder(
                "conf/gateway.yaml: operators[1].apiKeySha256 holds a hash that stands elsewhere too, must be a key of its own",
                "conf/partners.yaml: partners[0].apiKeySha256 holds a hash that operator night-desk has too, must be a key of its"
                        + " own");
    }

    @Test
    void shouldKnowTheFormatsThatPartnersMaySendIn() throws IOException {
        Path format = Files.createDirectories(home.resolve("edi-specs/dialects/superbill"));
        for (String file : new String[] {"claims.yaml", "superbill.dfdl.xsd"}) {
            Files.copy(Path.of("edi-specs/dialects/superbill", file), format.resolve(file));
        }
        write("conf/gateway.yaml", "");
        write("conf/partners.yaml", """
                partners:
                  - {id: northside, name: Northside, format: superbill, acknowledgements: {outbox: all}}
                  - {id: lakeview, name: Lakeview, format: x12}
                """);
        PartnerDirectory partners = load(Map.of()).partners();
        assertThat(partners.byId("northside").orElseThrow().profile().format()).contains("superbill");
        assertThat(partners.byId("northside").orElseThrow().acknowledgements().outbox()).isEqualTo(AcknowledgementWays.Outbox.ALL);
        assertThat(partners.byId("lakeview").orElseThrow().profile().format()).isEmpty();
        assertThat(partners.byId("lakeview").orElseThrow().acknowledgements().outbox()).isEqualTo(AcknowledgementWays.Outbox.SFTP);

        write("conf/partners.yaml", "partners: [{id: northside, name: Northside, format: superbil}]");
        assertThat(faults(Map.of())).containsExactly("conf/partners.yaml: partners[0].format is \"superbil\", must be x12 or a"
                + " folder of edi-specs/dialects with a claims.yaml");
    }

    @Test
    void shouldReportAllFaultsOfAllFilesAtOnce() throws IOException {
        write("conf/gateway.yaml", """
                http: {port: 70000}
                intake: {http: {bodyBytesMax: 0, syncWaitSecond: 5}}
                pipeline: {slots: many}
                engine: {edits: {claim-balance: perhaps, npi-check-digits: off}}
                databse: {}
                acknowledgements: {id: 123456, receivers: [CLAIMGATE]}
                """);
        write("conf/partners.yaml", """
                partners:
                  - {id: northside, name: Northside, apiKeySha256: [demo-key-northside]}
                  - {id: northside, name: Northside}
                """);
        write("conf/payers.yaml", """
                payers:
                  - id: evergreen
                    name: Evergreen
                    payerIds: [EVG01, EVG01]
                    url: "ftp://example"
                    sender: {qualifier: ZZ, id: CLAIMGATE}
                    receiver: {qualifier: Z, id: EVG01}
                    breaker: {window: 5, callsMin: 10}
                    replies: claim-line
                """);

        assertThat(faults(Map.of())).containsExactlyInAnyOrder(
                "conf/gateway.yaml: http.port is 70000, must be 0..65535",
                "conf/gateway.yaml: intake.http.bodyBytesMax is 0, must be 1..2147483647",
                "conf/gateway.yaml: intake.http.syncWaitSecond is an unknown key, did you mean intake.http.syncWaitSeconds?",
                "conf/gateway.yaml: pipeline.slots is \"many\", must be a whole number, 1..64",
                "conf/gateway.yaml: engine.edits.claim-balance is \"perhaps\", must be one of reject, warn, off",
                "conf/gateway.yaml: engine.edits.npi-check-digits is an unknown key, did you mean engine.edits.npi-check-digit?",
                "conf/gateway.yaml: databse is an unknown key, did you mean database?",
                "conf/gateway.yaml: acknowledgements.receivers[0] is \"CLAIMGATE\", must be a qualifier and an id as in"
                        + " ISA07 and ISA08, such as \"ZZ:CLAIMGATE\"",
                "conf/gateway.yaml: acknowledgements.id is \"123456\", must be 2 to 80 capitals or digits, in quotes",
                "conf/partners.yaml: partners[0].apiKeySha256[0] has a value of the wrong shape, must be the SHA-256 of an API"
                        + " key, 64 digits 0-9a-f, in quotes; never the key itself (printf %s \"$KEY\" | sha256sum)",
                "conf/partners.yaml: partners[1].id is \"northside\" again, must be unique",
                "conf/payers.yaml: payers[0].url is \"ftp://example\", must be http://HOST:PORT or https://HOST:PORT",
                "conf/payers.yaml: payers[0].receiver.qualifier is \"Z\", must be two capitals or digits, such as ZZ",
                "conf/payers.yaml: payers[0].breaker.callsMin is 10, must be at most window, 5",
                "conf/payers.yaml: payers[0].replies is \"claim-line\", must be x12 or a folder of edi-specs/dialects",
                "conf/payers.yaml: payers[0].payerIds holds \"EVG01\" again, must name one payer only, or differ in"
                        + " linesOfBusiness, qualifiers or usages");
    }

    @Test
    void shouldReadHowAPartnersFilesAreJudged() throws IOException {
        write("conf/gateway.yaml", "");
        write("conf/partners.yaml", """
                partners:
                  - {id: northside, name: Northside}
                  - {id: lakeview, name: Lakeview, syntax: claim, versions: {005010X222: note, 005010X222A2: accept}}
                """);
        PartnerDirectory partners = load(Map.of()).partners();

        assertThat(partners.byId("northside")).hasValueSatisfying(
                partner -> assertThat(partner.profile().syntax()).isEqualTo(SyntaxScope.SET));
        assertThat(partners.byId("lakeview")).hasValueSatisfying(partner -> assertThat(partner.profile()).isEqualTo(
                new PartnerProfile(SyntaxScope.CLAIM, Map.of("005010X222", VersionTreatment.NOTE,
                        "005010X222A1", VersionTreatment.ACCEPT, "005010X222A2", VersionTreatment.ACCEPT))));
    }

    @Test
    void shouldReadWhatAPartnerMaySendAndWantsBack() throws IOException {
        write("conf/gateway.yaml", "");
        write("conf/partners.yaml", """
                partners:
                  - id: northside
                    name: Northside
                    billingNpis: ["1993100423"]
                    usages: [T]
                    repeatedBatches: true
                    edits: {units-limit: warn}
                    acknowledgements: {answer: [TA1, "999"], webhook: []}
                """);
        Partner partner = load(Map.of()).partners().byId("northside").orElseThrow();

        assertThat(partner.profile().billingNpis()).containsExactly("1993100423");
        assertThat(partner.profile().usages()).containsExactly("T");
        assertThat(partner.policy(EnginePolicy.DEFAULT).rights().repeatedBatches()).isTrue();
        assertThat(partner.profile().edits()).containsExactly(Map.entry("units-limit", Severity.WARN));
        assertThat(partner.acknowledgements().of(DeliveryWay.ANSWER)).containsExactlyInAnyOrder("TA1", "999");
        assertThat(partner.acknowledgements().of(DeliveryWay.WEBHOOK)).isEmpty();
        assertThat(partner.acknowledgements().of(DeliveryWay.MAILBOX)).containsExactlyInAnyOrder("TA1", "999", "277CA");
    }

    @Test
    void shouldReportFaultsOfWhatAPartnerMaySendAndWantsBack() throws IOException {
        write("conf/gateway.yaml", "");
        write("conf/partners.yaml", """
                partners:
                  - id: northside
                    name: Northside
                    billingNpis: [1993100423]
                    usages: [X]
                    edits: {units: warn}
                    acknowledgements: {answer: [], mailbox: [], sftp: [], mail: []}
                """);

        assertThat(faults(Map.of())).contains(
                "conf/partners.yaml: partners[0].billingNpis[0] is \"1993100423\", must be an NPI of ten digits, in quotes",
                "conf/partners.yaml: partners[0].usages[0] is \"X\", must be P (production) or T (test)")
                .anyMatch(fault -> fault.startsWith("conf/partners.yaml: partners[0].edits.units is an unknown key"))
                .anyMatch(fault -> fault.startsWith("conf/partners.yaml: partners[0].acknowledgements.mail is an unknown key"))
                .anyMatch(fault -> fault.startsWith("conf/partners.yaml: partners[0].acknowledgements.mailbox is empty"));
    }

    @Test
    void shouldReportFaultsOfAPartnersConnectionWithoutRepeatingASecret() throws IOException {
        write("conf/gateway.yaml", "database: {encryption: {keys: [{id: k1, secret: \"env:NO_SUCH_KEY\"}, {id: k1}]}}");
        write("conf/partners.yaml", """
                partners:
                  - id: northside
                    name: Northside
                    limits: {requestsPerSecond: 0}
                    certificateSha256: ["00:11"]
                    webhook: {url: "ftp://x", secret: hunter2-is-not-a-reference, events: [all]}
                """);

        assertThat(faults(Map.of())).anyMatch(fault -> fault.startsWith("conf/partners.yaml: partners[0].limits.requestsPerSecond"))
                .anyMatch(fault -> fault.startsWith("conf/partners.yaml: partners[0].certificateSha256[0] is \"00:11\""))
                .anyMatch(fault -> fault.startsWith("conf/partners.yaml: partners[0].webhook.url"))
                .anyMatch(fault -> fault.startsWith("conf/partners.yaml: partners[0].webhook.secret has a value of the wrong shape"))
                .anyMatch(fault -> fault.startsWith("conf/partners.yaml: partners[0].webhook.events[0]"))
                .anyMatch(fault -> fault.startsWith("conf/gateway.yaml: database.encryption.keys[0].secret names nothing"))
                .anyMatch(fault -> fault.startsWith("conf/gateway.yaml: database.encryption.keys[1].secret is missing"))
                .anyMatch(fault -> fault.startsWith("conf/gateway.yaml: database.encryption.keys[1].id is \"k1\" again"))
                .noneMatch(fault -> fault.contains("hunter2"));
    }

    @Test
    void shouldReportFaultsOfAPartnersProfile() throws IOException {
        write("conf/gateway.yaml", "");
        write("conf/partners.yaml", """
                partners:
                  - {id: northside, name: Northside, syntax: file, versions: {005010X222: allow, 005010X223: note}}
                  - {id: lakeview, name: Lakeview, versions: {005010X222A1: reject}}
                """);

        assertThat(faults(Map.of())).containsExactlyInAnyOrder(
                "conf/partners.yaml: partners[0].syntax is \"file\", must be one of set, claim",
                "conf/partners.yaml: partners[0].versions.005010X222 is \"allow\", must be one of accept, note, reject",
                "conf/partners.yaml: partners[0].versions.005010X223 is an unknown key, did you mean"
                        + " partners[0].versions.005010X222?",
                "conf/partners.yaml: partners[1].versions rejects every version, must accept or note at least one");
    }

    @Test
    void shouldNameTheLineOfYamlThatCannotBeRead() throws IOException {
        write("conf/gateway.yaml", "http:\n  port: 1\n  port: 2\n");

        assertThat(faults(Map.of())).singleElement().asString()
                .startsWith("conf/gateway.yaml: line 3: ").endsWith("must be valid YAML");
    }

    @Test
    void shouldReportAFileThatDoesNotExist() {
        assertThat(faults(Map.of())).containsExactly("conf/gateway.yaml: does not exist, must be a YAML file");
    }

    @Test
    void shouldLeaveAnEditThatIsNotNamedAtWhatItDoesByItself() throws IOException {
        write("conf/gateway.yaml", "engine: {edits: {claim-balance: warn}}\n");

        assertThat(load(Map.of()).engine().edits()).containsEntry("claim-balance", Severity.WARN)
                .containsEntry("npi-check-digit", Severity.REJECT).containsEntry("units-limit-zero", Severity.WARN);
    }

    @Test
    void shouldLetTheEnvironmentOverrideKeys() throws IOException {
        write("conf/gateway.yaml", "http: {port: 8080}\nengine: {edits: {modifier-fit: warn}}\n");

        GatewayConfig config = load(Map.of("CLAIMGATE_HTTP_PORT", "9090",
                "CLAIMGATE_DATABASE_URL", "postgresql://gate:secret@db:5432/claims",
                "CLAIMGATE_INTAKE_HTTP_SYNC_WAIT_SECONDS", "5",
                "CLAIMGATE_ENGINE_EDITS_MODIFIER_FIT", "off"));

        assertThat(config.http().port()).isEqualTo(9090);
        assertThat(config.database().url()).contains("postgresql://gate:secret@db:5432/claims");
        assertThat(config.intake().syncWait()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.engine().edits()).containsEntry("modifier-fit", Severity.OFF);
    }

    @Test
    void shouldNameTheVariableWhenTheEnvironmentIsWrong() throws IOException {
        write("conf/gateway.yaml", "");

        assertThat(faults(Map.of("CLAIMGATE_HTTP_PORT", "-1")))
                .containsExactly("environment: CLAIMGATE_HTTP_PORT is -1, must be 0..65535");
    }

    @Test
    void shouldNeverShowADatabasePassword() throws IOException {
        write("conf/gateway.yaml", "database: {url: 'postgresql://gate:secret@db/claims'}\n");
        assertThat(load(Map.of()).toString()).doesNotContain("secret");

        write("conf/gateway.yaml", "database: {url: 'mysql://gate:secret@db/claims'}\n");
        assertThat(faults(Map.of())).singleElement().asString()
                .contains("database.url").doesNotContain("secret");
    }

    @Test
    void shouldStartRelativePathsAtTheProjectFolder() throws IOException {
        write("conf/gateway.yaml", "paths: {ediSpecs: specs, codeTables: /srv/tables}\n");

        GatewayConfig config = load(Map.of());

        assertThat(config.paths().ediSpecs()).isEqualTo(home.toAbsolutePath().resolve("specs"));
        assertThat(config.paths().codeTables()).isEqualTo(Path.of("/srv/tables"));
        assertThat(config.database().dataDirectory()).isEqualTo(home.toAbsolutePath().resolve("data/postgres"));
    }

    private GatewayConfig load(Map<String, String> environment) {
        return GatewayConfig.load(Path.of("conf/gateway.yaml"), home, environment);
    }

    private List<String> faults(Map<String, String> environment) {
        return catchThrowableOfType(ConfigException.class, () -> load(environment)).faults();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(home.resolve(file), text);
    }
}
