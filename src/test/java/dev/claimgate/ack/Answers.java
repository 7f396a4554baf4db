package dev.claimgate.ack;

import dev.claimgate.claim.ClaimHistory;
import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SetCode;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.InterchangeRegister;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.RecentClaims;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.ReportListeners;
import dev.claimgate.validation.SetHeader;
import dev.claimgate.validation.SetReport;
import dev.claimgate.validation.ValidationRules;
import dev.claimgate.validation.Verdict;
import dev.claimgate.x12.Delimiters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What an {@link AcknowledgementWriter} gives out, as text. Tells it a report by hand, or has the engine read a file. */
final class Answers {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    static final LocalDate RECEIVED_ON = LocalDate.of(2026, 11, 22);
    static final AcknowledgementSettings SETTINGS =
            new AcknowledgementSettings(InformationSource.CLEARINGHOUSE, "CLAIMGATE", "46", "CLAIMGATE", "T", 1 << 20, 20);
    static final InterchangeHeader ISA = new InterchangeHeader(1, Delimiters.STANDARD, "ZZ", "NORTHSIDE      ", "30",
            "CLAIMGATE      ", "261122", "0915", "000000101", false, "P");
    static final GroupHeader GS = group(1, "HC", "7");

    final AcknowledgementWriter writer;
    private final List<AcknowledgementKind> kinds = new ArrayList<>();
    private final List<List<String>> interchanges = new ArrayList<>();

    Answers(AcknowledgementSettings settings) {
        writer = new AcknowledgementWriter(settings, NOON, RECEIVED_ON, "TRACK-1", this::take);
    }

    Answers() {
        this(SETTINGS);
    }

    /** What the whole engine answers to a file. */
    static Answers to(String file) {
        return to(file, InterchangeRegister.NONE, EnginePolicy.DEFAULT);
    }

    /** What the whole engine answers to a file of a partner with a policy of his own. */
    static Answers to(String file, EnginePolicy policy) {
        return to(file, InterchangeRegister.NONE, policy);
    }

    static Answers to(String file, InterchangeRegister register, EnginePolicy policy) {
        ValidationRules all = Verdict.rules();
        return to(file, register, ClaimHistory.NONE, answers -> answers.writer,
                new ValidationRules(all.guide(), all.edits(), all.tables(), policy));
    }

    /** What it answers to a file that follows those of the register and the history. */
    static Answers to(String file, InterchangeRegister register, RecentClaims history, ValidationRules rules) {
        return to(file, register, history, answers -> new ReportListeners(history.listener(), answers.writer), rules);
    }

    private static Answers to(String file, InterchangeRegister register, ClaimHistory history,
                              Function<Answers, ReportListener> listener, ValidationRules rules) {
        Answers answers = new Answers();
        byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
        FileValidator validator = new FileValidator(rules, register, history, RECEIVED_ON, listener.apply(answers));
        validator.feed(bytes, 0, bytes.length);
        validator.finish();
        return answers;
    }

    static GroupHeader group(int ordinal, String functionalId, String controlNumber) {
        return new GroupHeader(ordinal, functionalId, "NORTH-APP", "GATE-APP", controlNumber, "005010X222A1");
    }

    static SetHeader set(String controlNumber) {
        return new SetHeader(1, "837", controlNumber, "005010X222A1");
    }

    static SetReport report(SetHeader set, AcknowledgmentCode code, List<SetCode> codes, SegmentFinding... findings) {
        return new SetReport(set, "BATCH-1", code, codes, List.of(findings), 0, 100, 1, 1, 0, 0);
    }

    static GroupReport report(GroupHeader group, AcknowledgmentCode code, int received, int accepted, GroupCode... codes) {
        return new GroupReport(group, code, List.of(codes), Integer.toString(received), received, accepted);
    }

    Answers open() {
        writer.interchangeOpened(ISA);
        return this;
    }

    Answers close() {
        return close(AcknowledgmentCode.A);
    }

    Answers close(AcknowledgmentCode code, InterchangeCode... notes) {
        writer.interchangeClosed(new InterchangeReport(ISA, code, List.of(notes), 1));
        return this;
    }

    List<AcknowledgementKind> kinds() {
        return kinds;
    }

    /** The whole interchange of the first answer of this kind. */
    List<String> interchange(AcknowledgementKind kind) {
        return interchanges.get(kinds.indexOf(kind));
    }

    /** Its segments between GS and GE. */
    List<String> sets(AcknowledgementKind kind) {
        List<String> all = interchange(kind);
        return all.subList(2, all.size() - 2);
    }

    /** The answers of this kind, in the order given out. */
    List<List<String>> all(AcknowledgementKind kind) {
        return IntStream.range(0, kinds.size()).filter(i -> kinds.get(i) == kind).mapToObj(interchanges::get).toList();
    }

    /** All answers, in the order given out. */
    List<List<String>> all() {
        return interchanges;
    }

    private void take(AcknowledgementDraft draft) {
        kinds.add(draft.kind());
        String once = text(draft);
        if (!once.equals(text(draft))) {
            throw new AssertionError("a draft written again must give the same bytes");
        }
        interchanges.add(Arrays.asList(once.split("~")));
        draft.close();
    }

    private static String text(AcknowledgementDraft draft) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        draft.writeTo(bytes::write, 42);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
