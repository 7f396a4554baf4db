package dev.claimgate.cli;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.SegmentCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SetCode;
import dev.claimgate.finding.Severity;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.SetHeader;
import dev.claimgate.validation.SetReport;
import dev.claimgate.x12.Delimiters;
import java.util.List;

/** Tells a report what the engine would tell it. */
final class ReportScript {
    private static final InterchangeHeader INTERCHANGE = new InterchangeHeader(1, Delimiters.STANDARD, "ZZ",
            "NORTHSIDE      ", "ZZ", "CLAIMGATE      ", "250212", "0930", "000000007", true, "T");
    private static final GroupHeader GROUP = new GroupHeader(1, "HC", "NORTHSIDE", "CLAIMGATE", "7", "005010X222A1");
    private static final SetHeader SET = new SetHeader(1, "837", "0001", "005010X222A1");
    static final SegmentFinding MISSING_SEGMENT = new SegmentFinding("DTP", 24, "2400",
            SegmentCode.IMPLEMENTATION_SEGMENT_MISSING, "P1", null, List.of(), "DTP with qualifier 472");
    static final SegmentFinding BAD_ELEMENT = new SegmentFinding("CLM", 20, "2300", SegmentCode.HAS_ELEMENT_ERRORS, "P1", null,
            List.of(new ElementFinding(5, 1, 0, "1331", ElementCode.TOO_LONG, "1234\u001b[31m", "one or two characters")),
            "faultless elements");

    private final FileReport file;
    private ReportListener report = new ReportListener() { };

    ReportScript(FileReport file) {
        this.file = file;
    }

    void open(String name) {
        report = file.fileOpened(name);
        report.interchangeOpened(INTERCHANGE);
        report.groupOpened(GROUP);
        report.setOpened(SET);
    }

    void claim(String number, ClaimFinding... findings) {
        Claim claim = new Claim();
        claim.patientControlNumber().set(number);
        report.claim(claim, List.of(findings), findings.length == 0);
    }

    static ClaimFinding finding() {
        return new ClaimFinding("npi-check-digit", Severity.REJECT, 2, "2310B", 22, "NM109",
                List.of(ClaimStatus.of("A7:562:82")), "1234567890 fails its check digit", "an NPI whose check digit is 3");
    }

    void close(AcknowledgmentCode set, int claims, int accepted, List<SegmentFinding> findings) {
        close(set, claims, accepted, findings, 0);
    }

    /** @param omitted faults of the set beyond its limit */
    void close(AcknowledgmentCode set, int claims, int accepted, List<SegmentFinding> findings, int omitted, String... notes) {
        boolean rejected = set == AcknowledgmentCode.R;
        report.setClosed(new SetReport(SET, "B1", set, rejected ? List.of(SetCode.SEGMENTS_IN_ERROR) : List.of(), findings, omitted,
                40, claims, accepted, claims * 10_000L, accepted * 10_000L));
        report.groupClosed(new GroupReport(GROUP, set, List.of(), "1", 1, rejected ? 0 : 1, List.of(notes)));
    }

    void end(AcknowledgmentCode code, InterchangeCode... notes) {
        report.interchangeClosed(new InterchangeReport(INTERCHANGE, code, List.of(notes), 1));
        file.fileClosed();
    }
}
