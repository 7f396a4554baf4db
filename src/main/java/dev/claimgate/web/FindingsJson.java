package dev.claimgate.web;

import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Suggestion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Findings and their suggestions as the API shows them; schema {@code CodingAnswer}. */
public final class FindingsJson {
    private FindingsJson() {
    }

    /** @param codeTables by which code tables was judged */
    public static JsonObject answer(String codeTables, List<ClaimFinding> findings) {
        JsonArray list = new JsonArray();
        findings.forEach(finding -> list.add(finding(finding)));
        return new JsonObject().put("codeTables", codeTables)
                .put("accepted", findings.stream().noneMatch(ClaimFinding::rejects)).put("findings", list);
    }

    private static JsonObject finding(ClaimFinding finding) {
        JsonArray suggestions = new JsonArray();
        finding.suggestions().forEach(suggestion -> suggestions.add(suggestion(suggestion)));
        JsonObject json = new JsonObject().put("edit", finding.edit()).put("rejects", finding.rejects()).put("line", finding.line())
                .put("element", finding.element())
                .put("statuses", new JsonArray(finding.statuses().stream().map(ClaimStatus::toString).toList()))
                .put("found", finding.found()).put("expected", finding.expected()).put("suggestions", suggestions);
        return finding.basis().isEmpty() ? json : json.put("basis", finding.basis());
    }

    private static JsonObject suggestion(Suggestion suggestion) {
        return new JsonObject().put("line", suggestion.line()).put("change", suggestion.change())
                .put("reason", suggestion.reason()).put("recordMustShow", suggestion.recordMustShow());
    }
}
