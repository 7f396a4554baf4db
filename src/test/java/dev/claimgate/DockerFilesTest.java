package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.partner.PayerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What {@code docker/} says of the configuration is true of it. */
class DockerFilesTest {
    private static final Path FOLDER = Path.of("docker");

    private final GatewayConfig config = load(Map.of());

    @Test
    void shouldSetKeysThatTheGatewayKnows() throws IOException {
        Map<String, String> environment = new HashMap<>(imageEnvironment());
        ((Map<?, ?>) service("gateway").get("environment")).forEach((key, value) -> environment.put("" + key, "" + value));

        GatewayConfig inside = load(environment);

        assertThat(inside.http().host()).isEqualTo("0.0.0.0");
        assertThat(inside.management().host()).isEqualTo("0.0.0.0");
        assertThat(inside.database().url()).contains("postgresql://claimgate:claimgate@postgres:5432/claimgate");
        assertThat(inside.sftp().host()).isEqualTo("0.0.0.0");
        assertThat(environment).hasSize(4);
    }

    @Test
    void shouldPublishThePortsOfTheConfiguration() throws IOException {
        assertThat(service("gateway").get("ports")).isEqualTo(List.of(
                "127.0.0.1:" + config.http().port() + ":" + config.http().port(),
                "127.0.0.1:" + config.management().port() + ":" + config.management().port(),
                "127.0.0.1:" + config.sftp().port() + ":" + config.sftp().port()));
    }

    @Test
    void shouldRunEachPayerWhereTheConfigurationLooksForIt() throws IOException {
        for (var payer : config.payers().all()) {
            assertThat(service(payer.id()).get("command"))
                    .isEqualTo(List.of("payer-sim", "--port", "" + ((PayerAddress.Http) payer.address()).url().getPort()));
        }
    }

    @Test
    void shouldGiveTheGatewayTimeToStop() throws IOException {
        String grace = "" + service("gateway").get("stop_grace_period");
        assertThat(Integer.parseInt(grace.replace("s", ""))).isGreaterThan((int) config.shutdown().toSeconds() + 30);
    }

    @Test
    void shouldCopyWhatIsThere() throws IOException {
        Matcher copied = Pattern.compile("(?m)^COPY (?!--from)(\\S+) ").matcher(Files.readString(FOLDER.resolve("Dockerfile")));
        assertThat(copied.results().map(each -> each.group(1)))
                .isNotEmpty().allSatisfy(source -> assertThat(Path.of(source)).exists());
    }

    private static GatewayConfig load(Map<String, String> environment) {
        return GatewayConfig.load(Path.of("conf/gateway.yaml"), Path.of(""), environment);
    }

    private static Map<String, String> imageEnvironment() throws IOException {
        Map<String, String> environment = new HashMap<>();
        Pattern.compile("(CLAIMGATE_\\w+)=(\\S+)").matcher(Files.readString(FOLDER.resolve("Dockerfile"))).results()
                .forEach(each -> environment.put(each.group(1), each.group(2)));
        return environment;
    }

    private static Map<?, ?> service(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve("compose.yaml"));
        Map<?, ?> compose = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
        return (Map<?, ?>) ((Map<?, ?>) compose.get("services")).get(name);
    }
}
