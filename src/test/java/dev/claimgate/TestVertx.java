package dev.claimgate;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * One Vertx for a test class that fails the test when our code blocks an event loop for more than 200 ms. A stop without a
 * line of ours in its stack (a busy machine), or while the JVM loads a class, which it does once, does not count.
 * {@code @RegisterExtension static final TestVertx vertx = new TestVertx();}
 */
public final class TestVertx implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final long BLOCKED_MILLIS = 200;
    private static final long CHECK_MILLIS = 50;
    private static final String LOADS_A_CLASS = "ClassLoader.loadClass";
    private static final Logger CHECKER =
            (Logger) LoggerFactory.getLogger("io.vertx.core.impl.BlockedThreadChecker");

    private final ListAppender<ILoggingEvent> reports = new ListAppender<>();
    private Vertx vertx;

    @Override
    public void beforeAll(ExtensionContext context) {
        reports.start();
        CHECKER.addAppender(reports);
        vertx = Vertx.vertx(new VertxOptions()
                .setMaxEventLoopExecuteTime(BLOCKED_MILLIS).setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setBlockedThreadCheckInterval(CHECK_MILLIS).setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                .setWarningExceptionTime(BLOCKED_MILLIS).setWarningExceptionTimeUnit(TimeUnit.MILLISECONDS));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> blocked = reports.list.stream().map(TestVertx::describe)
                .filter(report -> report.contains("dev.claimgate.") && !report.contains(LOADS_A_CLASS)).toList();
        reports.list.clear();
        if (!blocked.isEmpty()) {
            throw new AssertionError("an event loop was blocked for more than " + BLOCKED_MILLIS + " ms:\n"
                    + String.join("\n", blocked));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        CHECKER.detachAppender(reports);
        await(vertx.close());
    }

    public Vertx get() {
        return vertx;
    }

    /** Waits, on the test's own thread, at most 60 s. */
    public static <T> T await(Future<T> future) {
        try {
            return future.await(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("nothing happened within 60 s", e);
        }
    }

    private static String describe(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            for (var step : event.getThrowableProxy().getStackTraceElementProxyArray()) {
                text.append("\n  ").append(step);
            }
        }
        return text.toString();
    }
}
