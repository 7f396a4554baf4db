package dev.claimgate.cli;

import dev.claimgate.cli.GatewayClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/** What happens in the demo, from the first file to the last answer of a payer. */
final class DemoStory {
    /** The payer that runs from the beginning. */
    static final String UP = "evergreen";
    /** The payer that comes later. */
    static final String DOWN = "lakeshore";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration WHOLE = Duration.ofSeconds(60);

    private final DemoStage stage;
    private final DemoScreen screen;
    private final GatewayClient client;
    private final DemoWatch watch;
    private final Map<DemoFile, String> submissions = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    DemoStory(DemoStage stage, DemoScreen screen) {
        this.stage = stage;
        this.screen = screen;
        client = new GatewayClient(stage.gateway());
        watch = new DemoWatch(client, WHOLE);
    }

    /** What was expected and did not happen. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    void tell() throws IOException, InterruptedException, TimeoutException {
        for (DemoFile file : DemoFile.ALL) {
            send(file);
        }
        payerDown();
        payerBack();
        answersOfPayers();
        whereEachClaimStands();
    }

    private void send(DemoFile file) throws IOException, InterruptedException {
        screen.heading(file.name() + ": " + file.about());
        Path path = ProjectHome.path().resolve("conf").resolve("demo").resolve(file.name());
        Answer answer = client.post(BodyPublishers.ofFile(path));
        JsonObject body = answer.body();
        screen.say("  POST /v1/interchanges: " + answer.status() + " " + body.getString("state", body.encode()));
        submissions.put(file, body.getString("id", ""));
        JsonArray acknowledgements = body.getJsonArray("acknowledgements", new JsonArray());
        List<String> kinds = new ArrayList<>();
        for (int i = 0; i < acknowledgements.size(); i++) {
            kinds.add(acknowledgements.getJsonObject(i).getString("kind"));
            screen.acknowledgement(acknowledgements.getJsonObject(i));
        }
        expect(kinds.equals(file.acknowledgements()), file.name() + " is answered with " + file.acknowledgements());
        screen.say(Style.BOLD.of("  claims"));
        for (String claim : new TreeMap<>(file.claims()).keySet()) {
            showClaim(claim);
        }
    }

    private void payerDown() throws IOException, InterruptedException {
        screen.heading("Lakeshore is down: its breaker opens, its claims wait");
        expect(watch.payer(DOWN, PATIENCE, payer -> payer.getString("breaker").equals("OPEN") && payer.getLong("waiting") > 0),
                "the breaker of Lakeshore is open and claims wait");
        screen.payer(watch.payer(UP));
        screen.payer(watch.payer(DOWN));
    }

    private void payerBack() throws IOException, InterruptedException, TimeoutException {
        screen.heading("Lakeshore comes back: the breaker tries one delivery, then lets all through");
        stage.startPayer(DOWN);
        expect(watch.payer(DOWN, PATIENCE, payer -> payer.getString("breaker").equals("HALF_OPEN")),
                "the breaker of Lakeshore is half open");
        screen.payer(watch.payer(DOWN));
        expect(watch.payer(DOWN, PATIENCE, payer -> payer.getString("breaker").equals("CLOSED") && payer.getLong("waiting") == 0),
                "the breaker of Lakeshore is closed and nothing waits");
        screen.payer(watch.payer(UP));
        screen.payer(watch.payer(DOWN));
    }

    private void answersOfPayers() throws IOException, InterruptedException {
        screen.heading("The payers' own 277CA, passed on to the submitter");
        for (DemoFile file : DemoFile.ALL) {
            for (Map.Entry<String, String> claim : new TreeMap<>(file.claims()).entrySet()) {
                boolean there = watch.claim(claim.getKey(), claim.getValue(), PATIENCE);
                if (!there) {
                    faults.add("claim " + claim.getKey() + " is " + watch.claim(claim.getKey()).getString("state", "unknown")
                            + ", must be " + claim.getValue());
                }
            }
        }
        for (DemoFile file : List.of(DemoFile.ALL.get(0), DemoFile.ALL.get(5))) {
            List<JsonObject> acknowledgements = watch.fromPayers(submissions.get(file));
            screen.say("  " + file.name());
            acknowledgements.forEach(screen::acknowledgement);
            expect(!acknowledgements.isEmpty(), "the payer's 277CA about " + file.name() + " is there");
        }
    }

    private void whereEachClaimStands() throws IOException, InterruptedException {
        screen.heading("Where each claim stands");
        for (DemoFile file : DemoFile.ALL) {
            for (String claim : new TreeMap<>(file.claims()).keySet()) {
                showClaim(claim);
            }
        }
    }

    private void showClaim(String patientControlNumber) throws IOException, InterruptedException {
        JsonObject claim = watch.claim(patientControlNumber);
        if (claim.isEmpty()) {
            faults.add("the gateway knows claim " + patientControlNumber);
        } else {
            screen.claim(claim);
        }
    }

    private void expect(boolean holds, String what) {
        if (holds) {
            screen.good(what);
        } else {
            screen.bad(what);
            faults.add(what);
        }
    }
}
