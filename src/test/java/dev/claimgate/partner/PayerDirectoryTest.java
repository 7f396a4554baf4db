package dev.claimgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.config.ConfigException;
import dev.claimgate.config.Faults;
import dev.claimgate.config.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayerDirectoryTest {
    private static final String REST = "url: 'http://127.0.0.1:1/x12', sender: {qualifier: ZZ, id: GATE},"
            + " receiver: {qualifier: ZZ, id: PAY}";

    @TempDir
    Path home;

    private PayerDirectory read(String yaml, Map<String, String> environment) throws IOException {
        Files.writeString(home.resolve("payers.yaml"), yaml);
        Faults faults = new Faults();
        PayerDirectory payers = PayerDirectory.read(new YamlFile(home, Map.of(), faults).read(Path.of("payers.yaml")),
                Set.of(), environment, home);
        faults.throwIfAny();
        return payers;
    }

    private static Optional<String> route(PayerDirectory payers, String code, String qualifier, String business, String usage) {
        return payers.route(new Destination(code, qualifier, business, usage)).map(Payer::id);
    }

    @Test
    void shouldRouteByIdQualifierBusinessAndUsage() throws IOException {
        PayerDirectory payers = read("""
                unrouted: {treatment: payer, payer: others}
                payers:
                  - {id: medical, name: M, payerIds: [P1], aliases: [P1OLD], %1$s}
                  - {id: dental, name: D, payerIds: [P1], linesOfBusiness: [MB, MC], %1$s}
                  - {id: plans, name: N, payerIds: [P2], qualifiers: [XV], usages: [P], %1$s}
                  - {id: plan-tests, name: T, payerIds: [P2], qualifiers: [XV], usages: [T], %1$s}
                  - {id: others, name: O, payerIds: [P9], %1$s}
                """.formatted(REST), Map.of());

        assertThat(route(payers, "P1", "PI", "CI", "P")).contains("medical");
        assertThat(route(payers, "P1OLD", "PI", "", "T")).contains("medical");
        assertThat(route(payers, "P1", "PI", "MC", "P")).contains("dental");
        assertThat(route(payers, "P2", "XV", "CI", "P")).contains("plans");
        assertThat(route(payers, "P2", "XV", "CI", "T")).contains("plan-tests");
        assertThat(route(payers, "P2", "PI", "CI", "T")).contains("others");
        assertThat(route(payers, "NOBODY", "PI", "CI", "P")).contains("others");
    }

    @Test
    void shouldSayHowAClaimWithoutRouteIsRejected() throws IOException {
        Destination nowhere = new Destination("NOBODY", "PI", "CI", "P");

        assertThat(read("payers: []", Map.of()).refusal(nowhere)).isEmpty();
        assertThat(read("unrouted: {treatment: reject-id}", Map.of()).refusal(nowhere)).contains("A7:153:PR");
        assertThat(read("unrouted: {treatment: reject-payer}", Map.of()).refusal(nowhere)).contains("A3:116");
    }

    @Test
    void shouldFindSecretsWhereTheyAreReferredTo() throws IOException {
        Files.writeString(home.resolve("secret"), "from a file\n");
        String yaml = "payers: [{id: p1, name: P, payerIds: [P1], login: {user: gate, password: '%s'}, " + REST + "}]";

        assertThat(password(read(yaml.formatted("env:PASSWORD"), Map.of("PASSWORD", "from outside")))).isEqualTo("from outside");
        assertThat(password(read(yaml.formatted("file:secret"), Map.of()))).isEqualTo("from a file");
    }

    private static String password(PayerDirectory payers) {
        return ((PayerAddress.Http) payers.all().get(0).address()).login().orElseThrow().password().orElseThrow().value();
    }

    @Test
    void shouldNameAllFaultsAtOnceAndNoSecret() {
        assertThatThrownBy(() -> read("""
                unrouted: {treatment: payer, payer: nobody}
                payers:
                  - {id: p1, name: P, payerIds: [P1], login: {user: gate, password: sesame}, fileName: claims.837,
                     windows: [{days: [monday]}], zone: Nowhere/Else, version: 005010X223, %1$s}
                  - {id: p2, name: P, payerIds: [P1], login: {user: gate, password: 'env:GONE'}, %1$s}
                  - {id: p3, name: P, payerIds: [P3], connector: sftp, sftp: {host: h, hostKey: any},
                     sender: {qualifier: ZZ, id: G}, receiver: {qualifier: ZZ, id: P}}
                """.formatted(REST), Map.of())).isInstanceOfSatisfying(ConfigException.class, e ->
                assertThat(String.join("\n", e.faults())).contains("payers[0].login.password has a value of the wrong shape",
                        "payers[0].windows[0].days[0]", "payers[0].zone", "payers[0].version",
                        "payers[1].payerIds holds \"P1\" again", "refers to env:GONE, which is not set",
                        "payers[2].sftp.hostKey", "payers[2].login is missing", "unrouted.payer is \"nobody\"")
                        .doesNotContain("sesame"));
    }

    @Test
    void shouldKnowWhenItMaySend() throws IOException {
        SendingWindows windows = read("""
                payers:
                  - {id: p1, name: P, payerIds: [P1], zone: America/New_York, windows: [
                      {days: [mon, fri], from: '22:00', to: '02:00'}, {days: [sun], from: '08:00', to: '09:00'}], %s}
                """.formatted(REST), Map.of()).all().get(0).windows();

        assertThat(windows.open(Instant.parse("2026-01-06T03:00:00Z"))).as("Monday 22:00").isTrue();
        assertThat(windows.open(Instant.parse("2026-01-06T06:59:00Z"))).as("Tuesday 01:59").isTrue();
        assertThat(windows.open(Instant.parse("2026-01-06T07:00:00Z"))).as("Tuesday 02:00").isFalse();
        assertThat(windows.open(Instant.parse("2026-01-06T02:59:00Z"))).as("Monday 21:59").isFalse();
        assertThat(windows.open(Instant.parse("2026-01-04T13:30:00Z"))).as("Sunday 08:30").isTrue();
    }
}
