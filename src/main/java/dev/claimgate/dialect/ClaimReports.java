package dev.claimgate.dialect;

import dev.claimgate.reply.ClaimAnswer;
import dev.claimgate.reply.ClaimReport;
import dev.claimgate.reply.ClaimVerdict;
import dev.claimgate.reply.PayerReply;
import dev.claimgate.reply.ReplySegment;
import dev.claimgate.reply.UnreadableReplyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the lines of a report into what a 277CA (005010X214) would say: each claim's status becomes its STC. A line whose
 * meaning the mapping does not know makes the whole report unreadable, so that no claim is left out silently.
 */
final class ClaimReports {
    private static final int STATUS_TEXT = 12;
    private static final int STATUS_TEXT_CHARACTERS_MAX = 264;

    private final ReportMapping mapping;
    private final List<ClaimReport> reports = new ArrayList<>();
    private final List<ClaimAnswer> claims = new ArrayList<>();
    private String originatorId = "";

    private ClaimReports(ReportMapping mapping) {
        this.mapping = mapping;
    }

    /** @throws UnreadableReplyException if a record lacks a field or says what the mapping does not know, or none is a claim */
    static PayerReply of(List<DialectRecord> records, ReportMapping mapping) {
        ClaimReports reports = new ClaimReports(mapping);
        records.forEach(reports::record);
        reports.close();
        if (reports.reports.isEmpty()) {
            throw new UnreadableReplyException("the report holds no claim");
        }
        return new PayerReply(List.of(), List.of(), reports.reports);
    }

    private void record(DialectRecord record) {
        if (record.name().equals(mapping.header().record())) {
            close();
            originatorId = mapping.header().originatorId().map(name -> field(record, name)).orElse("");
        } else if (record.name().equals(mapping.claim().record())) {
            claims.add(claim(record));
        }
    }

    private void close() {
        if (!claims.isEmpty()) {
            reports.add(new ClaimReport(originatorId, Optional.empty(), List.of(), claims));
        }
        claims.clear();
        originatorId = "";
    }

    private ClaimAnswer claim(DialectRecord record) {
        ReportMapping.Claim names = mapping.claim();
        return new ClaimAnswer(field(record, names.patientControlNumber()), field(record, names.claimNumber()),
                field(record, names.payerClaimNumber()), new ClaimVerdict(List.of(status(record))), List.of());
    }

    private ReplySegment status(DialectRecord record) {
        ReportMapping.Meaning meaning = mapping.statuses().get(field(record, mapping.claim().status()));
        if (meaning == null) {
            throw fault(mapping.claim().status(), "is a word that statuses in dialect.yaml does not name");
        }
        String reason = mapping.claim().reason().map(name -> field(record, name)).orElse("");
        boolean rejected = meaning.verdict() == ReportMapping.Verdict.REJECTED;
        Optional<String> code = Optional.ofNullable(mapping.reasons().get(reason)).filter(known -> rejected);
        List<List<String>> elements = new ArrayList<>();
        elements.add(List.of("STC"));
        elements.add(List.of(code.orElse(meaning.code()).split(":")));
        elements.add(List.of(date(record)));
        elements.add(List.of(rejected ? "U" : "WQ"));
        if (code.isEmpty() && !reason.isEmpty()) {
            while (elements.size() < STATUS_TEXT) {
                elements.add(List.of());
            }
            elements.add(List.of(reason.substring(0, Math.min(reason.length(), STATUS_TEXT_CHARACTERS_MAX))));
        }
        return new ReplySegment(elements);
    }

    private String date(DialectRecord record) {
        String date = mapping.claim().date().map(name -> field(record, name)).orElse("");
        if (!date.matches("([0-9]{8})?")) {
            throw fault(mapping.claim().date().orElse(""), "is no date, must be yyyymmdd or empty");
        }
        return date;
    }

    private String field(DialectRecord record, String name) {
        String value = record.fields().get(name);
        if (value == null) {
            throw new UnreadableReplyException(record.name() + " has no " + name + ", which dialect.yaml names");
        }
        return value;
    }

    private UnreadableReplyException fault(String field, String problem) {
        int number = reports.stream().mapToInt(report -> report.claims().size()).sum() + claims.size() + 1;
        return new UnreadableReplyException(mapping.claim().record() + " " + number + ": " + field + " " + problem);
    }
}
