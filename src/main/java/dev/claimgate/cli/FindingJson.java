package dev.claimgate.cli;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.Suggestion;
import java.util.List;

/** Findings as JSON objects. */
final class FindingJson {
    private final JsonOut json;

    FindingJson(JsonOut json) {
        this.json = json;
    }

    void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
        json.object().field("patientControlNumber", claim.patientControlNumber().toString())
                .field("ordinal", claim.ordinal()).field("segment", claim.position())
                .field("chargeCents", claim.chargeCents()).field("accepted", accepted).array("findings");
        findings.forEach(this::claimFinding);
        json.endArray().endObject();
    }

    private void claimFinding(ClaimFinding finding) {
        json.object().field("edit", finding.edit()).field("rejects", finding.rejects())
                .field("line", finding.line()).field("loop", finding.loop()).field("segment", finding.position())
                .field("element", finding.element())
                .field("statuses", finding.statuses().stream().map(ClaimStatus::toString).toList())
                .field("found", finding.found()).field("expected", finding.expected());
        if (!finding.basis().isEmpty()) {
            json.field("basis", finding.basis());
        }
        suggestions(finding.suggestions());
        json.endObject();
    }

    private void suggestions(List<Suggestion> suggestions) {
        if (!suggestions.isEmpty()) {
            json.array("suggestions");
            suggestions.forEach(each -> json.object().field("line", each.line()).field("change", each.change())
                    .field("reason", each.reason()).field("recordMustShow", each.recordMustShow()).endObject());
            json.endArray();
        }
    }

    void segment(SegmentFinding finding) {
        json.object().field("segmentId", finding.segmentId()).field("segment", finding.position())
                .field("loop", finding.loop()).field("code", finding.code().code())
                .field("fault", Words.fault(finding.code()))
                .field("patientControlNumber", finding.patientControlNumber())
                .field("expected", finding.expected()).array("elements");
        for (ElementFinding element : finding.elements()) {
            json.object().field("element", element.reference(finding.segmentId()))
                    .field("repetition", element.repetition()).field("dataElement", element.dataElement())
                    .field("code", element.code().code()).field("fault", Words.fault(element.code()))
                    .field("found", element.badValue()).field("expected", element.expected()).endObject();
        }
        json.endArray().endObject();
    }
}
