package dev.claimgate.cli;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.SetHeader;
import dev.claimgate.validation.SetReport;
import java.io.PrintWriter;
import java.util.List;

/** The verdict for a person: each finding with its place, then the sums. */
final class TextReport implements FileReport, ReportListener {
    private final PrintWriter out;
    private final String codeTables;
    private final FindingLimit limit;
    private final Tally total = new Tally();
    private Tally file = new Tally();

    /**
     * @param findingsMax most findings shown for one file; the others are counted
     * @param codeTables  by which code tables is judged
     */
    TextReport(PrintWriter out, int findingsMax, String codeTables) {
        this.out = out;
        this.codeTables = codeTables;
        limit = new FindingLimit(findingsMax);
    }

    @Override
    public ReportListener fileOpened(String name) {
        file = new Tally();
        limit.reset();
        out.println(Style.BOLD.of(name));
        return this;
    }

    @Override
    public void interchangeOpened(InterchangeHeader header) {
        out.println("  interchange " + Words.plain(header.controlNumber()) + " from "
                + Words.plain(header.senderId().strip()) + " to " + Words.plain(header.receiverId().strip()));
    }

    @Override
    public void groupOpened(GroupHeader header) {
        out.println("    group " + Words.plain(header.controlNumber()) + ", " + Words.plain(header.functionalId()) + " "
                + Words.plain(header.version()));
    }

    @Override
    public void setOpened(SetHeader header) {
        out.println("      set " + Words.plain(header.controlNumber()));
    }

    @Override
    public void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
        if (findings.isEmpty() || !limit.takes(findings.size())) {
            return;
        }
        String verdict = accepted ? Style.YELLOW.of("accepted, with notes") : Style.RED.of("REJECTED");
        out.println("        claim " + Words.plain(claim.patientControlNumber().toString()) + " over "
                + Words.dollars(claim.chargeCents()) + " " + verdict);
        findings.forEach(new FindingText(out, "          ")::inFile);
    }

    @Override
    public void setClosed(SetReport report) {
        file.setClosed(report);
        for (SegmentFinding finding : report.findings()) {
            if (limit.takes(Math.max(1, finding.elements().size()))) {
                segmentFinding(finding);
            }
        }
        if (report.findingsOmitted() > 0) {
            out.println("        " + Words.count(report.findingsOmitted(), "more fault")
                    + " in this set, beyond the limit for one set (engine.findingsPerSetMax)");
        }
        report.codes().forEach(code -> out.println("        " + Words.fault(code) + source("IK502 " + code.code())));
        String verdict = report.code().accepts() ? Words.verdict(report.code()) : Style.RED.of("REJECTED with all its claims");
        out.println("      set " + Words.plain(report.header().controlNumber()) + " " + verdict + ": "
                + Words.count(report.claims(), "claim") + sums(report));
    }

    private static String sums(SetReport report) {
        if (!report.code().accepts()) {
            return "";
        }
        return ", " + Words.number(report.claimsAccepted()) + " accepted, "
                + Words.number(report.claims() - report.claimsAccepted()) + " rejected";
    }

    private void segmentFinding(SegmentFinding finding) {
        String place = "        segment " + finding.position() + " " + Words.plain(finding.segmentId())
                + (finding.loop().isEmpty() ? "" : ", loop " + finding.loop())
                + (finding.patientControlNumber().isEmpty() ? "" : ", claim " + Words.plain(finding.patientControlNumber()));
        if (finding.elements().isEmpty()) {
            out.println(place + ": " + Words.fault(finding.code()));
            right(finding.expected(), "IK304 " + finding.code().code());
        }
        for (ElementFinding element : finding.elements()) {
            String value = element.badValue().isEmpty() ? "" : Words.quoted(element.badValue()) + " ";
            out.println(place + ", " + element.reference(finding.segmentId()) + ": " + value + Words.fault(element.code()));
            right(element.expected(), "IK403 " + element.code().code());
        }
    }

    private void right(String expected, String code) {
        out.println("          right: " + Words.plain(expected) + source(code));
    }

    private static String source(String code) {
        return "  " + Style.FAINT.of("[" + code + "]");
    }

    @Override
    public void groupClosed(GroupReport report) {
        file.groupClosed(report);
        report.codes().forEach(code -> out.println("      " + Words.fault(code) + source("AK905 " + code.code())));
        report.notes().forEach(note -> out.println("      note: " + Words.plain(note)));
        out.println("    group " + Words.plain(report.header().controlNumber()) + " " + Words.verdict(report.code()) + ": "
                + Words.count(report.setsReceived(), "set") + ", " + report.setsAccepted() + " accepted");
    }

    @Override
    public void interchangeClosed(InterchangeReport report) {
        file.interchangeClosed(report);
        for (InterchangeCode note : report.notes()) {
            out.println("  envelope: " + note.meaning() + source("TA105 " + note.code()));
        }
        String all = report.code().accepts() ? "" : " with everything in it";
        out.println("  interchange " + Words.plain(report.header().controlNumber()) + " " + Words.verdict(report.code()) + all);
    }

    @Override
    public void unreadable(long offset, String reason) {
        file.unreadable(offset, reason);
        out.println("  " + Style.RED.of("unreadable") + " at byte " + offset + ": " + Words.plain(reason));
    }

    @Override
    public void fileClosed() {
        if (limit.omitted() > 0) {
            out.println("  " + Words.count(limit.omitted(), "more finding")
                    + " not shown (--findings-max raises the limit of " + limit.max() + ")");
        }
        sum("  ", file);
        total.add(file);
        out.flush();
    }

    private void sum(String indent, Tally tally) {
        String verdict = tally.allAccepted() ? Style.GREEN.of("all accepted") : Style.RED.of("not all accepted");
        out.println(indent + Words.count(tally.claims(), "claim") + " over " + Words.dollars(tally.chargeCents()) + ": "
                + Words.number(tally.claimsAccepted()) + " accepted, "
                + Words.number(tally.claimsRejected()) + " rejected - " + verdict);
    }

    @Override
    public Tally total() {
        return total;
    }

    @Override
    public void close() {
        out.println("Code tables: " + codeTables);
        out.flush();
    }
}
