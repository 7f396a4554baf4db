package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimgateTest {
    private final StringWriter errors = new StringWriter();

    @Test
    void shouldTellFaultsOfTheConfigurationWithoutAStackTrace() {
        assertThat(run("serve", "--config", "no-such.yaml")).isEqualTo(2);
        assertThat(errors.toString().strip()).isEqualTo("no-such.yaml: does not exist, must be a YAML file");
    }

    @Test
    void shouldNameTheCommandsWhenNoneIsGiven() {
        assertThat(run()).isEqualTo(2);
        assertThat(errors.toString()).contains("a command is missing, must be one of ", "serve", "validate", "payer-sim");
    }

    @Test
    void shouldRefuseUnknownCommandsAndOptions() {
        assertThat(run("sreve")).isEqualTo(2);
        assertThat(run("serve", "--confg", "x")).isEqualTo(2);
        assertThat(errors.toString().lines()).last().isEqualTo("See ./claimgate serve --help");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "payer-sim --port 70000         | --port is 70000, must be 0..65535",
        "payer-sim --port 0 --latency -1 | --latency is -1, must be at least 0",
        "payer-sim --port 0 --fail-rate 2 | --fail-rate is 2.0, must be 0..1",
        "bench --claims 0               | --claims is 0, must be at least 1",
        "bench --gateway --heap-mb 1    | --heap-mb is 1, must be at least 64",
        "bench --coding --rate 0        | --rate is 0, must be 1..100000",
        "bench --coding --seconds 0     | --seconds is 0, must be 1..600",
        "bench --coding --warm-up -1    | --warm-up is -1, must be 0..600",
        "bench --coding --gateway       | --coding makes its own requests and stands without --gateway and FILE",
        "bench --payers --tables conf   | --payers makes its own file and stands without --gateway, --coding, --tables",
        "bench --gateway --tables conf  | --tables stands alone or with --coding, not with --gateway",
        "bench --tables pom.xml         | --tables is pom.xml, must be a folder with files as CMS publishes them",
        "bench --tables conf            | must be one of: NCCI PTP practitioner",
        "bench conf                     | conf: must be a readable file",
        "validate --findings-max -1 x   | --findings-max is -1, must be at least 0",
        "validate --format pdf x        | expected one of [text, json, x12]",
        "generate --claims 0            | claims is 0, must be at least 1"})
    void shouldSayWhatAnOptionMustBe(String line, String fault) {
        assertThat(run(line.split(" +"))).isEqualTo(2);
        assertThat(errors.toString()).contains(fault).doesNotContain("Exception");
    }

    @Test
    void shouldSayWhenThePortOfASimulatedPayerIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("payer-sim", "--port", "" + taken.getLocalPort())).isEqualTo(2);
        }
        assertThat(errors.toString()).contains("must be a free port of this machine").doesNotContain("\tat ");
    }

    @Test
    void shouldTellUsageAndVersionOfEachCommand() {
        for (String command : Claimgate.commandLine().getSubcommands().keySet()) {
            StringWriter out = new StringWriter();
            assertThat(Claimgate.commandLine().setOut(new PrintWriter(out, true)).execute(command, "--help")).isZero();
            assertThat(Claimgate.commandLine().setOut(new PrintWriter(out, true)).execute(command, "--version")).isZero();
            assertThat(out.toString()).contains("Usage: claimgate " + command, "claimgate 0.1.0");
        }
    }

    private int run(String... arguments) {
        return Claimgate.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
    }
}
