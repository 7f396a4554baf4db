package dev.claimgate.cli;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SetCode;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.SetHeader;
import dev.claimgate.validation.SetReport;
import java.io.OutputStream;
import java.util.List;

/**
 * The verdict for programs: one JSON object, written while the files are read and shaped like the envelope. Claims without a
 * finding are counted, not listed. Bytes that belong to no interchange stand among the interchanges as {@code unreadable}.
 */
final class JsonReport implements FileReport, ReportListener {
    private final JsonOut json;
    private final FindingJson findings;
    private final FindingLimit limit;
    private final Tally total = new Tally();
    private Tally file = new Tally();

    /**
     * @param findingsMax most findings listed for one file; the others are counted in {@code findingsOmitted}
     * @param codeTables  by which code tables is judged
     */
    JsonReport(OutputStream out, int findingsMax, String codeTables) {
        limit = new FindingLimit(findingsMax);
        json = new JsonOut(out);
        findings = new FindingJson(json);
        json.object().field("codeTables", codeTables).array("files");
    }

    @Override
    public ReportListener fileOpened(String name) {
        file = new Tally();
        limit.reset();
        json.object().field("file", name).array("interchanges");
        return this;
    }

    @Override
    public void interchangeOpened(InterchangeHeader header) {
        json.object().field("controlNumber", header.controlNumber())
                .field("sender", header.senderQualifier() + ":" + header.senderId().strip())
                .field("receiver", header.receiverQualifier() + ":" + header.receiverId().strip())
                .field("usage", header.usage()).array("groups");
    }

    @Override
    public void groupOpened(GroupHeader header) {
        json.object().field("controlNumber", header.controlNumber()).field("functionalId", header.functionalId())
                .field("version", header.version()).array("sets");
    }

    @Override
    public void setOpened(SetHeader header) {
        json.object().field("controlNumber", header.controlNumber()).field("identifier", header.identifier())
                .array("claims");
    }

    @Override
    public void claim(Claim claim, List<ClaimFinding> found, boolean accepted) {
        if (!found.isEmpty() && limit.takes(found.size())) {
            findings.claim(claim, found, accepted);
        }
    }

    @Override
    public void setClosed(SetReport report) {
        file.setClosed(report);
        json.endArray().array("segments");
        for (SegmentFinding finding : report.findings()) {
            if (limit.takes(Math.max(1, finding.elements().size()))) {
                findings.segment(finding);
            }
        }
        boolean accepts = report.code().accepts();
        json.endArray().field("findingsOmitted", report.findingsOmitted()).field("verdict", report.code().name())
                .field("codes", report.codes().stream().map(SetCode::code).toList())
                .field("claimCount", report.claims()).field("claimsAccepted", accepts ? report.claimsAccepted() : 0)
                .field("chargeCents", report.chargeCents())
                .field("chargeCentsAccepted", accepts ? report.chargeCentsAccepted() : 0).endObject();
    }

    @Override
    public void groupClosed(GroupReport report) {
        file.groupClosed(report);
        json.endArray().field("verdict", report.code().name())
                .field("codes", report.codes().stream().map(GroupCode::code).toList()).field("notes", report.notes())
                .field("setsReceived", report.setsReceived()).field("setsAccepted", report.setsAccepted()).endObject();
    }

    @Override
    public void interchangeClosed(InterchangeReport report) {
        file.interchangeClosed(report);
        json.endArray().field("verdict", report.code().name())
                .field("notes", report.notes().stream().map(InterchangeCode::code).toList())
                .field("meanings", report.notes().stream().map(InterchangeCode::meaning).toList()).endObject();
    }

    @Override
    public void unreadable(long offset, String reason) {
        file.unreadable(offset, reason);
        json.object().object("unreadable").field("offset", offset).field("reason", reason).endObject().endObject();
    }

    @Override
    public void fileClosed() {
        json.endArray().field("findingsOmitted", limit.omitted());
        summary(file);
        json.endObject();
        total.add(file);
    }

    private void summary(Tally tally) {
        json.object("summary").field("accepted", tally.allAccepted()).field("interchanges", tally.interchanges())
                .field("interchangesRejected", tally.interchangesRejected()).field("sets", tally.sets())
                .field("setsRejected", tally.setsRejected()).field("claims", tally.claims())
                .field("claimsAccepted", tally.claimsAccepted()).field("claimsRejected", tally.claimsRejected())
                .field("chargeCents", tally.chargeCents()).field("chargeCentsAccepted", tally.chargeCentsAccepted())
                .endObject();
    }

    @Override
    public Tally total() {
        return total;
    }

    @Override
    public void close() {
        json.endArray();
        summary(total);
        json.endObject().close();
    }
}
