package dev.claimgate.cli;

import dev.claimgate.partner.ApiKeys;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A gateway in a process of its own, on free ports, with a fresh embedded database. */
final class GatewayProcess implements Closeable {
    private static final String READY = "claimgate: ready at ";
    private static final String NO_PAYERS = "payers: []\n";
    private static final String DATA = "data";
    private static final long STOP_SECONDS_MAX = 60;

    private final Process process;
    private final Path folder;
    private final URI uri;
    private final URI management;

    private GatewayProcess(Process process, Path folder, URI uri, URI management) {
        this.process = process;
        this.folder = folder;
        this.uri = uri;
        this.management = management;
    }

    /** Without payers. Waits until it takes files. What it logs goes to standard error. */
    static GatewayProcess start(int heapMegabytes) throws IOException {
        return start(heapMegabytes, NO_PAYERS);
    }

    /** @param payersYaml text of {@code payers.yaml} */
    static GatewayProcess start(int heapMegabytes, String payersYaml) throws IOException {
        return start(heapMegabytes, payersYaml, Optional.empty());
    }

    /** Without payers, and with one partner, {@link GatewayClient#DEMO_KEY}, who may send as much as he likes. */
    static GatewayProcess startUnlimited(int heapMegabytes) throws IOException {
        return start(heapMegabytes, NO_PAYERS, Optional.of("""
                partners:
                  - {id: bench, name: Bench, limits: {requestsPerSecond: 100000, requestsMax: 10000}, apiKeySha256: ["%s"]}
                """.formatted(ApiKeys.hash(GatewayClient.DEMO_KEY))));
    }

    private static GatewayProcess start(int heapMegabytes, String payersYaml, Optional<String> partnersYaml) throws IOException {
        Path folder = Files.createTempDirectory("claimgate-bench-");
        Path payers = Files.writeString(folder.resolve("payers.yaml"), payersYaml);
        int managementPort = freePort();
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m", "-Dclaimgate.home=" + ProjectHome.path(),
                "-Dlogback.configurationFile=" + ProjectHome.path().resolve("conf").resolve("logback.xml"),
                "-cp", System.getProperty("java.class.path"), "dev.claimgate.Claimgate", "serve")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Map.of("CLAIMGATE_HTTP_PORT", "0", "CLAIMGATE_MANAGEMENT_PORT",
                Integer.toString(managementPort), "CLAIMGATE_INTAKE_SFTP_ENABLED", "false",
                "CLAIMGATE_INTAKE_FOLDER_ENABLED", "false",
                "CLAIMGATE_DATABASE_DATA_DIRECTORY", folder.resolve(DATA).toString(),
                "CLAIMGATE_PATHS_PAYERS", payers.toString(), "CLAIMGATE_LOG_LEVEL", "WARN"));
        if (partnersYaml.isPresent()) {
            Path partners = Files.writeString(folder.resolve("partners.yaml"), partnersYaml.get());
            builder.environment().put("CLAIMGATE_PATHS_PARTNERS", partners.toString());
        }
        Process process = builder.start();
        return new GatewayProcess(process, folder, address(process), URI.create("http://127.0.0.1:" + managementPort));
    }

    /** A port that is free now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static URI address(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()).strip());
            }
        }
        throw new IOException("the gateway ended before it was ready");
    }

    URI uri() {
        return uri;
    }

    /** Of its embedded database. */
    Path dataDirectory() {
        return folder.resolve(DATA);
    }

    /** Where health and metrics are. */
    URI management() {
        return management;
    }

    /** Processor time of it and its PostgreSQL so far; that of connections of the database that were closed is left out. */
    Duration processorTime() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        Folders.delete(folder);
    }
}
