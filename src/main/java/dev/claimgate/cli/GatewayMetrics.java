package dev.claimgate.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What a gateway says of itself at {@code /metrics}. Blocks; for the command line only. */
final class GatewayMetrics {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI metrics;

    GatewayMetrics(URI management) {
        this.metrics = management.resolve("/metrics");
    }

    /** All its metrics as they are now. */
    String read() throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    }

    /**
     * The sum of all lines of a metric that carry these labels.
     *
     * @param labels such as {@code area="heap"}; none takes all
     */
    static double sum(String metrics, String name, String... labels) {
        double sum = 0;
        for (String line : metrics.split("\n")) {
            if (line.startsWith(name + "{") || line.startsWith(name + " ")) {
                sum += carries(line, labels) ? Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) : 0;
            }
        }
        return sum;
    }

    private static boolean carries(String line, String... labels) {
        for (String label : labels) {
            if (!line.contains(label)) {
                return false;
            }
        }
        return true;
    }
}
