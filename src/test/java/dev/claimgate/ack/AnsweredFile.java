package dev.claimgate.ack;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.InterchangeRegister;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.ReportListeners;
import dev.claimgate.validation.SetReport;
import dev.claimgate.validation.Verdict;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the engine told of a file and answered to it, and which claims stand in the end. */
final class AnsweredFile implements ReportListener {
    private final Answers answers = new Answers();
    private final SortedMap<String, Integer> standing = new TreeMap<>();
    private final SortedMap<String, Integer> inInterchange = new TreeMap<>();
    private final SortedMap<String, Integer> inGroup = new TreeMap<>();
    private int interchange;
    private int group;
    private int claims;

    /** Feeds the file in pieces of the given size. */
    static AnsweredFile of(byte[] file, int piece) {
        AnsweredFile answered = new AnsweredFile();
        FileValidator validator = new FileValidator(Verdict.rules(), InterchangeRegister.NONE, Answers.RECEIVED_ON,
                new ReportListeners(answered, answered.answers.writer));
        for (int from = 0; from < file.length; from += piece) {
            validator.feed(file, from, Math.min(piece, file.length - from));
        }
        validator.finish();
        answered.answers.writer.close();
        return answered;
    }

    List<List<String>> answers() {
        return answers.all();
    }

    /** Claims told of each set that stands, by {@code INTERCHANGE/GROUP/SET}. */
    SortedMap<String, Integer> claimsToldBySet() {
        return standing;
    }

    Set<String> setsThatStand() {
        return standing.keySet();
    }

    long claimsThatStand() {
        return standing.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Patient levels in the 277CAs, one for each claim, and the claims of providers that were rejected as a whole. */
    long claimsAnswered() {
        long claims = 0;
        for (List<String> answer : answers()) {
            boolean providerRejected = false;
            for (String segment : answer) {
                if (segment.startsWith("HL*")) {
                    claims += segment.endsWith("*PT") ? 1 : 0;
                    providerRejected = segment.endsWith("*19*0");
                } else if (providerRejected && segment.startsWith("QTY*QC*")) {
                    claims += Long.parseLong(segment.substring("QTY*QC*".length()));
                }
            }
        }
        return claims;
    }

    @Override
    public void interchangeOpened(InterchangeHeader header) {
        interchange = header.ordinal();
        inInterchange.clear();
    }

    @Override
    public void groupOpened(GroupHeader header) {
        group = header.ordinal();
        inGroup.clear();
        claims = 0;
    }

    @Override
    public void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
        claims++;
    }

    @Override
    public void setClosed(SetReport report) {
        if (claims != report.claims()) {
            throw new AssertionError("the set reports " + report.claims() + " claims, told were " + claims);
        }
        if (report.code().accepts()) {
            inGroup.put(interchange + "/" + group + "/" + report.header().ordinal(), claims);
        }
        claims = 0;
    }

    @Override
    public void groupClosed(GroupReport report) {
        if (report.code() != AcknowledgmentCode.R) {
            inInterchange.putAll(inGroup);
        }
    }

    @Override
    public void interchangeClosed(InterchangeReport report) {
        if (report.code() != AcknowledgmentCode.R) {
            standing.putAll(inInterchange);
        }
    }
}
