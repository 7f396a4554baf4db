package dev.claimgate.pipeline;

import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.SetCode;
import dev.claimgate.superbill.Superbill;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.SetReport;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;

/**
 * What the verdict on a file was, as the API tells it: counts of claims, then interchanges, groups and sets in the order of
 * the file. Holds control numbers and codes, no other element value. Lists at most a given number of interchanges, of
 * groups and of sets; the counts cover all.
 */
final class FileSummary {
    private static final int UNREADABLE_MAX = 20;

    private final int entriesMax;
    private final Counts all = new Counts();
    private final JsonArray interchanges = new JsonArray();
    private final JsonArray unreadable = new JsonArray();
    private final JsonArray faults = new JsonArray();
    private int faultsOmitted;
    private Counts interchange = new Counts();
    private Counts group = new Counts();
    private JsonArray groups = new JsonArray();
    private JsonArray sets = new JsonArray();
    private int setsListed;
    private int groupsListed;
    private int interchangesListed;
    private int omitted;
    private int interchangesSeen;
    private int unreadableSeen;

    FileSummary(int entriesMax) {
        this.entriesMax = entriesMax;
    }

    void setClosed(SetReport report) {
        group.add(report);
        JsonArray codes = new JsonArray();
        report.codes().stream().map(SetCode::code).forEach(codes::add);
        JsonObject set = new JsonObject()
                .put("controlNumber", report.header().controlNumber())
                .put("code", report.code().name()).put("codes", codes)
                .put("segments", report.segmentCount())
                .put("findings", report.findings().size() + report.findingsOmitted())
                .put("claims", report.claims())
                .put("accepted", report.code().accepts() ? report.claimsAccepted() : 0);
        if (report.findingsOmitted() > 0) {
            set.put("findingsOmitted", report.findingsOmitted());
        }
        setsListed += list(sets, setsListed, set);
    }

    void groupClosed(GroupReport report) {
        interchange.add(group, report.code() == AcknowledgmentCode.R);
        group = new Counts();
        JsonArray codes = new JsonArray();
        report.codes().stream().map(GroupCode::code).forEach(codes::add);
        JsonObject entry = new JsonObject()
                .put("controlNumber", report.header().controlNumber())
                .put("version", report.header().version())
                .put("code", report.code().name()).put("codes", codes)
                .put("sets", sets);
        if (!report.notes().isEmpty()) {
            entry.put("notes", new JsonArray(report.notes()));
        }
        groupsListed += list(groups, groupsListed, entry);
        sets = new JsonArray();
    }

    void interchangeClosed(InterchangeReport report) {
        interchangesSeen++;
        boolean rejected = report.code() == AcknowledgmentCode.R;
        JsonArray notes = new JsonArray();
        report.notes().forEach(note ->
                notes.add(new JsonObject().put("code", note.code()).put("meaning", note.meaning())));
        interchangesListed += list(interchanges, interchangesListed, new JsonObject()
                .put("controlNumber", report.header().controlNumber())
                .put("ta1Code", report.code().name()).put("notes", notes)
                .put("groups", groups));
        all.add(interchange, rejected);
        interchange = new Counts();
        groups = new JsonArray();
    }

    void unreadable(long offset, String reason) {
        if (unreadableSeen++ < UNREADABLE_MAX) {
            unreadable.add(new JsonObject().put("offset", offset).put("reason", reason));
        }
    }

    /** Nothing was made of a file in another format. */
    void refused(Superbill.Refused refused) {
        refused.faults().forEach(fault -> faults.add(new JsonObject().put("line", fault.line()).put("field", fault.field())
                .put("found", fault.found()).put("right", fault.right())));
        faultsOmitted = refused.count() - refused.faults().size();
    }

    /** Whether there was no interchange at all. */
    boolean nothingRead() {
        return interchangesSeen == 0;
    }

    /** The summary so far; call it once, at the end. */
    JsonObject toJson() {
        JsonObject json = new JsonObject().put("claims", all.toJson()).put("interchanges", interchanges);
        if (omitted > 0) {
            json.put("entriesOmitted", omitted);
        }
        if (!faults.isEmpty()) {
            json.put("faults", faults).put("faultsOmitted", faultsOmitted);
        }
        if (unreadableSeen > 0) {
            json.put("unreadable", unreadable);
        }
        return json;
    }

    /** @return 1 if the entry was listed, else 0 */
    private int list(JsonArray list, int listedSoFar, JsonObject entry) {
        if (listedSoFar == entriesMax) {
            omitted++;
            return 0;
        }
        list.add(entry);
        return 1;
    }

    /** Claims and cents of a group, an interchange or the whole file. */
    private static final class Counts {
        private long received;
        private long accepted;
        private long rejectedWithSet;
        private long chargeCents;
        private long chargeCentsAccepted;

        void add(SetReport set) {
            received += set.claims();
            chargeCents += set.chargeCents();
            if (set.code().accepts()) {
                accepted += set.claimsAccepted();
                chargeCentsAccepted += set.chargeCentsAccepted();
            } else {
                rejectedWithSet += set.claims();
            }
        }

        void add(Counts part, boolean rejected) {
            received += part.received;
            chargeCents += part.chargeCents;
            accepted += rejected ? 0 : part.accepted;
            chargeCentsAccepted += rejected ? 0 : part.chargeCentsAccepted;
            rejectedWithSet += rejected ? part.received : part.rejectedWithSet;
        }

        JsonObject toJson() {
            return new JsonObject().put("received", received).put("accepted", accepted)
                    .put("rejected", received - accepted - rejectedWithSet).put("rejectedWithSet", rejectedWithSet)
                    .put("charge", dollars(chargeCents)).put("chargeAccepted", dollars(chargeCentsAccepted));
        }

        private static String dollars(long cents) {
            return BigDecimal.valueOf(cents, 2).toPlainString();
        }
    }
}
