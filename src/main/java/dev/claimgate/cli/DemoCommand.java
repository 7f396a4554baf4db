package dev.claimgate.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the gateway at work on the files of {@code conf/demo}, with two simulated payers of which one is down at first. */
@Command(name = "demo", mixinStandardHelpOptions = true,
        description = "Starts a gateway with its own database and two simulated payers, sends it the files of conf/demo "
                + "and shows what comes back. Nothing of it is kept.")
public final class DemoCommand implements Callable<Integer> {
    private static final String LOG_LEVEL = "CLAIMGATE_LOG_LEVEL";
    private static final long CLOSE_SECONDS_MAX = 90;

    @Option(names = "--keep", description = "leave everything running afterwards and print the addresses")
    private boolean keep;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, TimeoutException {
        if (System.getenv(LOG_LEVEL) == null && System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "ERROR");
        }
        CountDownLatch closed = closedBeforeExit();
        try (DemoStage stage = new DemoStage()) {
            return play(stage, new DemoScreen(spec.commandLine().getOut()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.REJECTED;
        } finally {
            closed.countDown();
        }
    }

    private int play(DemoStage stage, DemoScreen screen) throws IOException, InterruptedException, TimeoutException {
        long start = System.nanoTime();
        screen.heading("claimgate demo");
        screen.say("Starting an embedded PostgreSQL, the gateway and the payer Evergreen. Lakeshore, the other payer, is down.");
        stage.startPayer(DemoStory.UP);
        stage.startGateway();
        DemoStory story = new DemoStory(stage, screen);
        story.tell();
        screen.heading(story.faults().isEmpty() ? "All went as expected" : "Not all went as expected");
        story.faults().forEach(screen::bad);
        screen.say(String.format(Locale.ROOT, "  %.1f s", (System.nanoTime() - start) / 1e9));
        if (keep) {
            stayUp(stage, screen);
        }
        return story.faults().isEmpty() ? ExitCodes.ACCEPTED : ExitCodes.REJECTED;
    }

    private static void stayUp(DemoStage stage, DemoScreen screen) throws InterruptedException {
        screen.heading("Still running; stop it with Ctrl-C");
        screen.say("  API          " + stage.gateway());
        screen.say("  management   " + stage.management() + "/health/ready and /metrics");
        screen.say("  payers       " + stage.payer(DemoStory.UP) + "/sim/status and " + stage.payer(DemoStory.DOWN)
                + "/sim/status");
        screen.say("  send a file  ./claimgate generate --claims 3 --seed 42 | curl -s --data-binary @- "
                + "-H 'Content-Type: application/EDI-X12' -H 'X-API-Key: " + GatewayClient.DEMO_KEY + "' "
                + stage.gateway() + "/v1/interchanges");
        new CountDownLatch(1).await();
    }

    /** When the process is told to stop, this thread still closes the stage: the database is a process of its own. */
    private static CountDownLatch closedBeforeExit() {
        CountDownLatch closed = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (closed.getCount() > 0) {
                main.interrupt();
                awaitBriefly(closed);
            }
        }, "stop"));
        return closed;
    }

    private static void awaitBriefly(CountDownLatch closed) {
        try {
            if (!closed.await(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
                System.err.println("claimgate: the demo did not close within " + CLOSE_SECONDS_MAX + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
