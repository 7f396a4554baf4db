package dev.claimgate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * How large load tests are, full with {@code mvn -Pload verify} and small where one is run by its name, and where they tell the
 * figures they reached. Figures are told, not asserted, where they hang on the machine.
 */
final class Load {
    static final boolean FULL = "full".equals(System.getProperty("claimgate.load"));
    private static final Path FIGURES = Path.of("target", "load-figures.txt");

    private Load() {
    }

    static int size(int full, int small) {
        return FULL ? full : small;
    }

    /** Tells a figure, with the load average of the machine beside it, on standard output and in {@code target/}. */
    static void figure(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values) + String.format(Locale.ROOT, " [load %.1f on %d processors%s]%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors(), FULL ? "" : ", small form");
        System.out.print(line);
        try {
            Files.writeString(FIGURES, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
