package dev.claimgate.cli;

import dev.claimgate.cli.GatewayClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Asks the gateway again and again until something is so, for a bounded time. */
final class DemoWatch {
    private static final long POLL_NANOS = 50_000_000;

    private final GatewayClient client;
    private final long deadline;

    /** @param most all waiting together ends after this time */
    DemoWatch(GatewayClient client, Duration most) {
        this.client = client;
        deadline = System.nanoTime() + most.toNanos();
    }

    /** Whether the payer came to satisfy the condition in time. */
    boolean payer(String id, Duration most, Predicate<JsonObject> condition) throws IOException, InterruptedException {
        return until(most, () -> condition.test(payer(id)));
    }

    /** How a payer stands now. */
    JsonObject payer(String id) throws IOException, InterruptedException {
        JsonArray payers = client.get("/v1/payers").body().getJsonArray("payers", new JsonArray());
        for (int i = 0; i < payers.size(); i++) {
            if (payers.getJsonObject(i).getString("id").equals(id)) {
                return payers.getJsonObject(i);
            }
        }
        throw new IOException("GET /v1/payers does not name " + id);
    }

    /** The claim with this CLM01 as it stands now; empty JSON if the gateway knows none. */
    JsonObject claim(String patientControlNumber) throws IOException, InterruptedException {
        JsonArray found = client.get("/v1/claims?patientControlNumber=" + patientControlNumber).body()
                .getJsonArray("claims", new JsonArray());
        return found.isEmpty() ? new JsonObject() : client.get("/v1/claims/" + found.getJsonObject(0).getString("id")).body();
    }

    /** Whether the claim came to be in this state in time. */
    boolean claim(String patientControlNumber, String state, Duration most) throws IOException, InterruptedException {
        return until(most, () -> state.equals(claim(patientControlNumber).getString("state")));
    }

    /** Those acknowledgements of a file that payers sent. */
    List<JsonObject> fromPayers(String submission) throws IOException, InterruptedException {
        Answer answer = client.get("/v1/interchanges/" + submission + "/acknowledgements?type=277CA");
        return answer.body().getJsonArray("acknowledgements", new JsonArray()).stream().map(JsonObject.class::cast)
                .filter(acknowledgement -> acknowledgement.getString("origin").equals("PAYER")).toList();
    }

    private boolean until(Duration most, Condition condition) throws IOException, InterruptedException {
        long end = Math.min(deadline, System.nanoTime() + most.toNanos());
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException("the demo was interrupted");
            }
        }
        return true;
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }
}
