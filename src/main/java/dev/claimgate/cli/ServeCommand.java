package dev.claimgate.cli;

import dev.claimgate.Gateway;
import dev.claimgate.GatewayConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the gateway until it is told to stop (SIGTERM or SIGINT). */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Runs the gateway until Ctrl-C or SIGTERM. Without database.url it brings its own PostgreSQL, under data/.",
        footer = "%nAn environment variable overrides a key of the configuration: CLAIMGATE_HTTP_PORT stands for http.port.")
public final class ServeCommand implements Callable<Integer> {
    private static final long START_MINUTES_MAX = 5;
    /** Beyond what open work is granted: closing servers, pool and database. */
    private static final long CLOSE_SECONDS = 30;

    @Option(names = "--config", paramLabel = "FILE",
            description = "configuration (default: conf/gateway.yaml beside the claimgate script)")
    private Path file;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, TimeoutException {
        GatewayConfig config = GatewayConfig.load(configFile(), ProjectHome.path(), System.getenv());
        Gateway gateway = new Gateway(config, Clock.systemDefaultZone());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(gateway, config, stopped), "stop"));
        try {
            gateway.start().await(START_MINUTES_MAX, TimeUnit.MINUTES);
        } catch (CancellationException stoppedWhileStarting) {
            stopped.await();
            return ExitCodes.ACCEPTED;
        }
        spec.commandLine().getOut().println("claimgate: ready at "
                + (config.connections().tls().isPresent() ? "https://" : "http://") + config.http().host() + ":" + gateway.port());
        stopped.await();
        return ExitCodes.ACCEPTED;
    }

    /** A path given by hand starts at the current folder, as everywhere on a command line. */
    private Path configFile() {
        return file == null ? ProjectHome.path().resolve("conf").resolve("gateway.yaml") : file.toAbsolutePath();
    }

    private void close(Gateway gateway, GatewayConfig config, CountDownLatch stopped) {
        try {
            gateway.close().await(config.shutdown().toSeconds() + CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            spec.commandLine().getErr().println("claimgate: not everything closed in time; open work was rolled back");
        } finally {
            stopped.countDown();
        }
    }
}
