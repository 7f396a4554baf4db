package dev.claimgate.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows the demo: headings, acknowledgements with words beside them, claims and where they stand. */
final class DemoScreen {
    private static final int WIDTH = 100;
    private static final int SEGMENT_WIDTH = 58;

    private final PrintWriter out;

    DemoScreen(PrintWriter out) {
        this.out = out;
    }

    void heading(String text) {
        out.println();
        out.println(Style.BOLD.of(Style.CYAN.of(text + " " + "-".repeat(Math.max(3, WIDTH - text.length() - 1)))));
        out.flush();
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }

    void good(String text) {
        say(Style.GREEN.of("  ok  ") + text);
    }

    void bad(String text) {
        say(Style.RED.of("  NOT ") + text);
    }

    /** One acknowledgement as it came back. */
    void acknowledgement(JsonObject acknowledgement) {
        String from = acknowledgement.getString("origin").equals("PAYER") ? ", passed on from the payer" : "";
        say(Style.BOLD.of("  " + acknowledgement.getString("kind")) + from);
        for (AcknowledgementWords.Line line : AcknowledgementWords.explain(acknowledgement.getString("x12", ""))) {
            String segment = Words.plain(line.segment()) + "~";
            String padding = line.words().isEmpty() ? "" : " ".repeat(Math.max(2, SEGMENT_WIDTH - segment.length()));
            out.println("    " + segment + padding + Style.YELLOW.of(Words.plain(line.words())));
        }
        out.flush();
    }

    /** One claim as {@code GET /v1/claims/{id}} tells it. */
    void claim(JsonObject claim) {
        String state = claim.getString("state");
        String words = switch (state) {
            case "REJECTED" -> "not accepted";
            case "SET_REJECTED" -> "not accepted, as its whole transaction set";
            case "WAITING" -> "accepted, waits for its payer";
            case "QUEUED" -> "accepted, packed for its payer";
            case "SENT" -> "accepted, delivered to its payer";
            case "PAYER_ACCEPTED" -> "accepted by its payer";
            case "PAYER_REJECTED" -> "accepted here, rejected by its payer";
            default -> state.toLowerCase(Locale.ROOT);
        };
        Style style = state.endsWith("REJECTED") ? Style.RED : Style.GREEN;
        JsonObject payer = claim.getJsonObject("payer");
        out.printf("  %-12s %10s  %-10s %s%s%n", claim.getString("patientControlNumber"), claim.getString("charge"),
                payer.getString("id", payer.getString("code")), style.of(words), why(claim.getJsonArray("statuses")));
        out.flush();
    }

    private static String why(JsonArray statuses) {
        return statuses.isEmpty() ? "" : ": " + StatusWords.of(statuses.stream().map(Object::toString).toList());
    }

    /** How a payer stands, as {@code GET /v1/payers} tells it. */
    void payer(JsonObject payer) {
        String breaker = payer.getString("breaker");
        Style style = breaker.equals("CLOSED") ? Style.GREEN : breaker.equals("OPEN") ? Style.RED : Style.YELLOW;
        out.printf("  %-22s breaker %-18s %2d waiting  %2d delivered  %2d failed deliveries%n", payer.getString("name"),
                style.of(breaker), payer.getLong("waiting"), payer.getLong("sent"), payer.getLong("failed"));
        out.flush();
    }
}
