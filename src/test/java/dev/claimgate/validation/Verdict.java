package dev.claimgate.validation;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.HistoryLimits;
import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.Severity;
import dev.claimgate.guide.GuideLibrary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole verdict on a text, kept for tests to look at. */
public final class Verdict implements ReportListener {
    public static final LocalDate RECEIVED_ON = LocalDate.of(2026, 11, 23);

    private static final class Rules {
        private static final ValidationRules ALL = new ValidationRules(GuideLibrary.load(Path.of("edi-specs")),
                new ClaimEdits(), CodeTableDirectory.load(Path.of("conf/code-tables")), EnginePolicy.DEFAULT);
    }

    /** A claim as it was judged. */
    public record JudgedClaim(String patientControlNumber, boolean accepted, List<ClaimFinding> findings) {
        public List<String> edits() {
            return findings.stream().map(ClaimFinding::edit).toList();
        }
    }

    public final List<InterchangeReport> interchanges = new ArrayList<>();
    public final List<GroupReport> groups = new ArrayList<>();
    public final List<SetReport> sets = new ArrayList<>();
    public final List<JudgedClaim> claims = new ArrayList<>();
    public final List<String> unreadable = new ArrayList<>();

    public static ValidationRules rules() {
        return Rules.ALL;
    }

    /** The shipped ones with other severities of some edits. */
    public static ValidationRules rules(Map<String, Severity> edits) {
        ValidationRules all = rules();
        return edits.isEmpty() ? all : new ValidationRules(all.guide(), EditsByPayer.same(new ClaimEdits(edits)),
                all.tables(), all.policy());
    }

    public static Verdict on(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return on(bytes, bytes.length + 1);
    }

    /** Feeds the file in pieces of the given size. */
    public static Verdict on(byte[] bytes, int piece) {
        return on(bytes, piece, rules(), InterchangeRegister.NONE);
    }

    /** Judges a text by other rules than the shipped ones. */
    public static Verdict on(String text, ValidationRules rules) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return on(bytes, bytes.length + 1, rules, InterchangeRegister.NONE);
    }

    /** The history that one run makes; {@code complete} if the sender begins with it. */
    public static RecentClaims history(boolean complete) {
        return complete ? RecentClaims.fromTheStart(RECEIVED_ON, HistoryLimits.USUAL)
                : new RecentClaims(RECEIVED_ON, HistoryLimits.USUAL);
    }

    /** Judges a text as one that came after another, which was the first of its sender. */
    public static Verdict after(Optional<String> before, String text, ValidationRules rules) {
        RecentClaims history = history(before.isPresent());
        before.ifPresent(first -> on(first, history, rules));
        return on(text, history, rules);
    }

    /** Judges a text by another policy than the default. */
    public static Verdict on(String text, EnginePolicy policy) {
        return on(text, policy, InterchangeRegister.NONE);
    }

    /** Judges it as one that follows what the register knows. */
    public static Verdict on(String text, EnginePolicy policy, InterchangeRegister register) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        ValidationRules rules = rules();
        return on(bytes, bytes.length + 1, new ValidationRules(rules.guide(), rules.edits(), rules.tables(), policy), register);
    }

    private static Verdict on(byte[] bytes, int piece, ValidationRules rules, InterchangeRegister register) {
        Verdict verdict = new Verdict();
        feed(bytes, piece, new FileValidator(rules, register, RECEIVED_ON, verdict));
        return verdict;
    }

    private static Verdict on(String text, RecentClaims history, ValidationRules rules) {
        Verdict verdict = new Verdict();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        feed(bytes, bytes.length, new FileValidator(rules, InterchangeRegister.NONE, history, RECEIVED_ON,
                new ReportListeners(history.listener(), verdict)));
        return verdict;
    }

    private static void feed(byte[] bytes, int piece, FileValidator validator) {
        for (int from = 0; from < bytes.length; from += piece) {
            validator.feed(bytes, from, Math.min(piece, bytes.length - from));
        }
        validator.finish();
    }

    @Override
    public void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
        findings.forEach(Verdict::mustCarryStatusesOfItsEdit);
        claims.add(new JudgedClaim(claim.patientControlNumber().toString(), accepted, List.copyOf(findings)));
    }

    /** The page of acknowledgements is made from what edits tell of themselves; a few rules are no edits. */
    private static void mustCarryStatusesOfItsEdit(ClaimFinding finding) {
        if (ClaimEdits.all().stream().anyMatch(edit -> edit.id().equals(finding.edit())
                && !edit.statuses().contains(finding.statuses()))) {
            throw new AssertionError(finding.edit() + " does not tell of its statuses " + finding.statuses());
        }
    }

    @Override
    public void setClosed(SetReport report) {
        sets.add(report);
    }

    @Override
    public void groupClosed(GroupReport report) {
        groups.add(report);
    }

    @Override
    public void interchangeClosed(InterchangeReport report) {
        interchanges.add(report);
    }

    @Override
    public void unreadable(long offset, String reason) {
        unreadable.add(offset + ": " + reason);
    }

    /** The faults of all sets as short lines such as {@code NM1@8 2010AA 8 NM109=6}. */
    public List<String> faults() {
        List<String> lines = new ArrayList<>();
        for (SetReport set : sets) {
            set.findings().forEach(finding -> lines.add(line(finding)));
        }
        return lines;
    }

    private static String line(SegmentFinding finding) {
        StringBuilder line = new StringBuilder(finding.segmentId()).append('@').append(finding.position()).append(' ')
                .append(finding.loop()).append(' ').append(finding.code().code());
        for (ElementFinding element : finding.elements()) {
            line.append(' ').append(element.reference(finding.segmentId())).append('=').append(element.code().code());
        }
        return line.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        interchanges.forEach(i -> text.append("TA1 ").append(i.code()).append(' ').append(i.notes()).append('\n'));
        groups.forEach(g -> text.append("AK9 ").append(g.code()).append(' ').append(g.setsIncluded()).append(' ')
                .append(g.setsReceived()).append(' ').append(g.setsAccepted()).append(' ').append(g.codes()).append('\n'));
        sets.forEach(s -> text.append("IK5 ").append(s.code()).append(' ').append(s.codes()).append(" claims ")
                .append(s.claimsAccepted()).append('/').append(s.claims()).append('\n'));
        faults().forEach(f -> text.append("  ").append(f).append('\n'));
        claims.forEach(c -> text.append("CLM ").append(c.patientControlNumber()).append(' ').append(c.accepted()).append(' ')
                .append(c.findings().stream().map(f -> f.edit() + "@" + f.line() + " " + f.statuses() + " " + f.found()).toList())
                .append('\n'));
        unreadable.forEach(u -> text.append("unreadable ").append(u).append('\n'));
        return text.toString();
    }
}
