package dev.claimgate.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.claimgate.config.ConfigException;
import dev.claimgate.config.Faults;
import dev.claimgate.config.YamlFile;
import dev.claimgate.payer.FaultScript.Fault;
import dev.claimgate.payer.FaultScript.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultScriptTest {
    private static final Path EXAMPLE = Path.of("conf", "demo", "bad-day.yaml");
    private final Faults faults = new Faults();
    @TempDir
    Path folder;

    private FaultScript read(Path file) {
        return FaultScript.read(new YamlFile(Path.of(""), Map.of(), faults).read(file.toAbsolutePath()));
    }

    private List<String> faultsOf(String yaml) throws IOException {
        read(Files.writeString(folder.resolve("script.yaml"), yaml));
        return assertThatExceptionOfType(ConfigException.class).isThrownBy(faults::throwIfAny).actual().faults();
    }

    @Test
    void shouldShowEveryFaultInTheExample() {
        FaultScript script = read(EXAMPLE);

        faults.throwIfAny();
        List<Fault> played = IntStream.rangeClosed(1, 12).mapToObj(call -> script.delivery(call, Duration.ZERO))
                .flatMap(Optional::stream).map(Step::fault).distinct().toList();
        assertThat(played).containsExactlyInAnyOrderElementsOf(Arrays.asList(Fault.values()));
        assertThat(script.delivery(6, Duration.ZERO)).isEmpty();
        assertThat(script.delivery(12, Duration.ZERO)).hasValueSatisfying(step -> assertThat(step.taken()).isTrue());
        assertThat(script.delivery(13, Duration.ZERO)).isEmpty();
    }

    @Test
    void shouldGoByTimeForOtherCallsToo() {
        FaultScript script = read(EXAMPLE);

        assertThat(script.line(Duration.ofSeconds(599))).isEmpty();
        assertThat(script.line(Duration.ofSeconds(600))).isPresent();
        assertThat(script.delivery(100, Duration.ofSeconds(659))).hasValueSatisfying(step ->
                assertThat(step.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
        assertThat(script.line(Duration.ofSeconds(660))).isEmpty();
    }

    @Test
    void shouldTellEveryFaultOfTheFile() throws IOException {
        assertThat(faultsOf("steps: [{fault: bang, call: 0}, {call: 1, fromSeconds: 2, fault: cut}, {fault: cut},"
                + " {call: 1, reply: twice}, {fromSeconds: 5, toSeconds: 5, fault: busy}]"))
                .anyMatch(fault -> fault.contains("steps[0].fault is \"bang\", must be one of error"))
                .anyMatch(fault -> fault.contains("steps[0].call is 0, must be 1.."))
                .anyMatch(fault -> fault.contains("steps[1].call stands beside fromSeconds"))
                .anyMatch(fault -> fault.contains("steps[2].call is missing"))
                .anyMatch(fault -> fault.contains("steps[3].fault is missing"))
                .anyMatch(fault -> fault.contains("steps[3].reply is an unknown key"))
                .anyMatch(fault -> fault.contains("steps[4].toSeconds is 5, must be more than fromSeconds, 5"));
    }
}
