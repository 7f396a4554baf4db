package dev.claimgate.cli;

import dev.claimgate.config.Faults;
import dev.claimgate.config.YamlFile;
import dev.claimgate.payer.EngineCheck;
import dev.claimgate.payer.FaultScript;
import dev.claimgate.payer.SimulatedPayer;
import dev.claimgate.payer.SimulatedPayerOptions;
import dev.claimgate.payer.SimulatedReply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Runs a simulated payer until it is told to stop (SIGTERM or SIGINT). */
@Command(name = "payer-sim", mixinStandardHelpOptions = true,
        description = "Runs a simulated payer: takes 837P by HTTP, answers TA1 and 999 at once and for claims after a while.")
public final class PayerSimCommand implements Callable<Integer> {
    @Option(names = "--port", required = true, paramLabel = "N", description = "0..65535; 0 takes any free port")
    private int port;
    @Option(names = "--latency", defaultValue = "0", paramLabel = "MS",
            description = "milliseconds before each answer (default: ${DEFAULT-VALUE})")
    private long latency;
    @Option(names = "--fail-rate", defaultValue = "0", paramLabel = "R",
            description = "share of calls that fail with 503, 0.0..1.0 (default: ${DEFAULT-VALUE})")
    private double failRate;
    @Option(names = "--down-for", defaultValue = "0", paramLabel = "S",
            description = "seconds after the start during which every call fails (default: ${DEFAULT-VALUE})")
    private long downFor;
    @Option(names = "--claims-after", defaultValue = "1000", paramLabel = "MS",
            description = "milliseconds until the claims of an interchange are answered for (default: ${DEFAULT-VALUE})")
    private long claimsAfter;
    @Option(names = "--replies", defaultValue = "x12", paramLabel = "FORM", converter = ReplyConverter.class,
            description = "how it answers for claims: x12 (277CA) or claim-lines (edi-specs/dialects) (default: ${DEFAULT-VALUE})")
    private SimulatedReply replies;
    @Option(names = "--script", paramLabel = "FILE",
            description = {"what goes wrong, and when: a YAML file with steps by number of the delivery or by time, such as",
                "  steps:", "    - {call: 2, calls: 3, fault: error}",
                "    - {fromSeconds: 60, toSeconds: 90, fault: busy, retryAfterSeconds: 5}",
                "faults: error busy silence garbage cut wrong-ta1 claims-first reply-twice; see conf/demo/bad-day.yaml"})
    private Path script;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        SimulatedPayerOptions options = options();
        Clock clock = Clock.systemDefaultZone();
        Vertx vertx = Vertx.vertx();
        SimulatedPayer payer = new SimulatedPayer(options, new EngineCheck(Engine.load(clock).rules(), clock), clock);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> vertx.close().onComplete(closed -> stopped.countDown()), "stop"));
        vertx.deployVerticle(payer).recover(this::portTaken).await();
        spec.commandLine().getOut().println("payer-sim: ready at http://127.0.0.1:" + payer.port());
        stopped.await();
        return ExitCodes.ACCEPTED;
    }

    private Future<String> portTaken(Throwable failure) {
        return Future.failedFuture(!(failure instanceof SocketException) ? failure : usage("--port is " + port
                + ", must be a free port of this machine (" + failure.getMessage() + ")"));
    }

    private SimulatedPayerOptions options() {
        notNegative("--latency", latency);
        notNegative("--down-for", downFor);
        notNegative("--claims-after", claimsAfter);
        try {
            return new SimulatedPayerOptions(port, Duration.ofMillis(latency), failRate, Duration.ofSeconds(downFor),
                    Duration.ofMillis(claimsAfter), DemoStage.REJECTED_ENDING, replies, script());
        } catch (IllegalArgumentException e) {
            throw usage("--" + e.getMessage());
        }
    }

    private FaultScript script() {
        if (script == null) {
            return FaultScript.NONE;
        }
        Faults faults = new Faults();
        FaultScript read = FaultScript.read(new YamlFile(Path.of(""), Map.of(), faults).read(script));
        faults.throwIfAny();
        return read;
    }

    private void notNegative(String option, long value) {
        if (value < 0) {
            throw usage(option + " is " + value + ", must be at least 0");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Takes the names of {@code conf/payers.yaml}. */
    static final class ReplyConverter implements ITypeConverter<SimulatedReply> {
        @Override
        public SimulatedReply convert(String value) {
            return Arrays.stream(SimulatedReply.values()).filter(reply -> reply.toString().equals(value)).findFirst()
                    .orElseThrow(() -> new TypeConversionException("is \"" + value + "\", must be one of "
                            + Arrays.toString(SimulatedReply.values())));
        }
    }
}
