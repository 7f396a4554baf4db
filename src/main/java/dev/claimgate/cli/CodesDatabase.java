package dev.claimgate.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.claimgate.GatewayConfig;
import dev.claimgate.store.ReachedDatabase;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Which database the commands of {@code codes} work on: the one of {@code serve}. */
final class CodesDatabase {
    @Option(names = "--config", paramLabel = "FILE",
            description = "configuration (default: conf/gateway.yaml beside the claimgate script)")
    private Optional<Path> file = Optional.empty();

    GatewayConfig config() {
        return GatewayConfig.load(file.map(Path::toAbsolutePath)
                .orElse(ProjectHome.path().resolve("conf").resolve("gateway.yaml")), ProjectHome.path(), System.getenv());
    }

    ReachedDatabase open() {
        ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.WARN);
        return ReachedDatabase.open(config().database());
    }
}
