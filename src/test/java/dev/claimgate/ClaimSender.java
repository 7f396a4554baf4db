package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.sample.ClaimFileGenerator;
import dev.claimgate.sample.SampleCodes;
import dev.claimgate.sample.SampleOptions;
import dev.claimgate.sample.TableCodes;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A partner who sends claim files and remembers which were answered with yes. */
final class ClaimSender {
    private static final String KEY = "demo-key-northside";
    private static final int SMALL_FILE_CLAIMS = 6;
    private static final int FILES_IN_A_FLOOD_MAX = 60;
    private static final long AGAIN_NANOS = 100_000_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final LocalDate today = LocalDate.now();
    private final SampleCodes codes = TableCodes.read(Path.of("conf/code-tables"), today);
    private final List<GatewayProcess> gateways;
    private final AtomicInteger requests = new AtomicInteger();
    private final double faultRate;
    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> confirmed = new ConcurrentHashMap<>();
    private final Set<Integer> unanswered = ConcurrentHashMap.newKeySet();

    ClaimSender(GatewayProcess gateway, double faultRate) {
        this(List.of(gateway), faultRate);
    }

    /** To several gateways in turn, as behind one address. */
    ClaimSender(List<GatewayProcess> gateways, double faultRate) {
        this.gateways = List.copyOf(gateways);
        this.faultRate = faultRate;
    }

    /** By SHA-256, how many claims a file has: all that were sent, or begun to be sent. */
    Map<String, Integer> sent() {
        return sent;
    }

    /** By tracking number, how many claims a file has: all that were answered with 200 or 202. */
    Map<UUID, Integer> confirmed() {
        return confirmed;
    }

    /** The file of this size that was answered with yes. */
    UUID confirmed(int claims) {
        return confirmed.entrySet().stream().filter(each -> each.getValue() == claims).findFirst().orElseThrow().getKey();
    }

    /** Seeds of files whose sending broke off before an answer. */
    Set<Integer> unanswered() {
        return unanswered;
    }

    /** Sends one small file after the other until the gateway is gone. */
    CompletableFuture<Void> flood(int seed) {
        return CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= FILES_IN_A_FLOOD_MAX && send(seed * 1000 + i, SMALL_FILE_CLAIMS); i++) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        });
    }

    /** Whether there was an answer; it must be yes. */
    boolean send(int seed, int claims) {
        try {
            HttpResponse<String> answer = attempt(seed, claims);
            if (answer.statusCode() != 200 && answer.statusCode() != 202) {
                throw new AssertionError("answered " + answer.statusCode() + ": " + answer.body());
            }
            return true;
        } catch (IOException broken) {
            unanswered.add(seed);
            return false;
        }
    }

    /** Sends a file; only a yes is remembered. A 503 says that it is not confirmed: it may be sent again. */
    HttpResponse<String> attempt(int seed, int claims) throws IOException {
        HttpResponse<String> answer = post(file(seed, claims));
        if (answer.statusCode() == 200 || answer.statusCode() == 202) {
            confirmed.put(UUID.fromString(new JsonObject(answer.body()).getString("id")), claims);
        }
        return answer;
    }

    /** Sends a file again and again, under one idempotency key, until there is an answer that is yes. */
    CompletableFuture<Void> insist(int seed, int claims) {
        byte[] file = file(seed, claims);
        return CompletableFuture.runAsync(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    HttpResponse<String> answer = post(file, Optional.of("seed-" + seed));
                    if (answer.statusCode() == 200 || answer.statusCode() == 202) {
                        confirmed.put(UUID.fromString(new JsonObject(answer.body()).getString("id")), claims);
                        return;
                    }
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                } catch (IOException broken) {
                    // As with any sender whose line breaks: he does not know, and sends again.
                }
                LockSupport.parkNanos(AGAIN_NANOS);
            }
        });
    }

    private URI api() {
        return gateways.get(Math.floorMod(requests.getAndIncrement(), gateways.size())).api("/v1/interchanges");
    }

    private HttpResponse<String> post(byte[] file) throws IOException {
        return post(file, Optional.empty());
    }

    private HttpResponse<String> post(byte[] file, Optional<String> idempotencyKey) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api()).header("X-API-Key", KEY)
                .header("Content-Type", "application/EDI-X12").header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(file));
        idempotencyKey.ifPresent(key -> request.header("Idempotency-Key", key));
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Sends one half of a file and leaves the connection open. */
    HalfSent sendHalf(int seed, int claims) throws IOException {
        byte[] file = file(seed, claims);
        URI uri = api();
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + uri.getPath() + " HTTP/1.1\r\nHost: gateway\r\nX-API-Key: " + KEY
                + "\r\nContent-Type: application/EDI-X12\r\nContent-Length: " + file.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(file, 0, file.length / 2);
        out.flush();
        unanswered.add(seed);
        return new HalfSent(socket, file);
    }

    /** A file of which one half was sent. */
    record HalfSent(Socket socket, byte[] file) implements AutoCloseable {
        private static final int ANSWER_MILLIS_MAX = 10_000;

        /** Sends the other half and gives the status line of the answer. */
        String finish() throws IOException {
            socket.getOutputStream().write(file, file.length / 2, file.length - file.length / 2);
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private byte[] file(int seed, int claims) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ClaimFileGenerator(codes, SampleOptions.of(claims, seed, today).withFaultRate(faultRate)).writeTo(bytes::write);
        sent.put(sha256(bytes.toByteArray()), claims);
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
