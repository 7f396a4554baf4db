package dev.claimgate;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.partner.Operators;
import dev.claimgate.partner.PartnerFiles;
import dev.claimgate.partner.Partners;
import dev.claimgate.partner.Surroundings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Partners change while the gateway runs. */
class PartnerReloadIT {
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();

    private static final String OF_OPERATOR = Hashes.sha256("an operator's key");

    @TempDir
    private Path home;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Partners partners;
    private PartnerReload reload;
    private String deployment;

    @BeforeEach
    void start() throws IOException {
        write("partners.yaml", "partners: [{id: first, name: First}]");
        PartnerFiles files = new PartnerFiles(home, home.resolve("partners.yaml"), home.resolve("keys.yaml"),
                new Surroundings(new Operators(List.of(new Operators.Operator("desk", List.of(OF_OPERATOR)))), Set.of()));
        partners = new Partners(files.read());
        reload = new PartnerReload(files, partners, Duration.ofMillis(20), meters);
        deployment = await(vertx.get().deployVerticle(reload));
    }

    @AfterEach
    void stop() {
        await(vertx.get().undeploy(deployment));
    }

    @Test
    void shouldPutANewPartnerInForceWithoutARestart() throws Exception {
        write("partners.yaml", "partners: [{id: first, name: First}, {id: second, name: Second}]");
        waitUntil(() -> partners.byId("second").isPresent());
        assertThat(partners.byId("first")).isPresent();
    }

    @Test
    void shouldKeepThePartnersWhenOneIsGivenAnOperatorsKey() throws Exception {
        write("partners.yaml", "partners: [{id: first, name: First, apiKeySha256: [\"" + OF_OPERATOR + "\"]}]");

        waitUntil(() -> !reload.faults().isEmpty());

        assertThat(reload.faults()).singleElement().asString().contains("holds a hash that operator desk has too");
        assertThat(partners.byId("first").orElseThrow().apiKeySha256()).isEmpty();
    }

    @Test
    void shouldTakeUpAndDropKeysThatTheCommandMade() throws Exception {
        write("keys.yaml", """
                keys:
                  - {partner: first, madeOn: "2026-11-24",
                     sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
                """);
        waitUntil(() -> partners.current().byApiKey("abc").isPresent());
        Files.delete(home.resolve("keys.yaml"));
        waitUntil(() -> partners.current().byApiKey("abc").isEmpty());
    }

    @Test
    void shouldKeepTheOldPartnersAndNameEveryFaultOfABadFile() throws Exception {
        write("partners.yaml", "partners: [{id: second, name: Second, synax: claim}, {id: X}]");
        waitUntil(() -> !reload.faults().isEmpty());
        assertThat(reload.faults()).anyMatch(fault -> fault.startsWith("partners.yaml: partners[0].synax is an unknown key"))
                .anyMatch(fault -> fault.startsWith("partners.yaml: partners[1].id is \"X\""));
        assertThat(partners.byId("first")).isPresent();
        assertThat(meters.get("claimgate.partners.file.valid").gauge().value()).isZero();

        write("partners.yaml", "partners: [{id: second, name: Second}]");
        waitUntil(() -> partners.byId("second").isPresent());
        assertThat(reload.faults()).isEmpty();
        assertThat(partners.byId("first")).isEmpty();
    }

    @Test
    void shouldKeepThePartnersWhenTheirFileIsGone() throws Exception {
        Files.delete(home.resolve("partners.yaml"));
        waitUntil(() -> !reload.faults().isEmpty());
        assertThat(reload.faults()).containsExactly("partners.yaml: does not exist, must be a YAML file");
        assertThat(partners.byId("first")).isPresent();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(home.resolve(file), text);
    }

    private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 3000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
