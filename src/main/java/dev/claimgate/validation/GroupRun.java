package dev.claimgate.validation;

import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.SetCode;
import dev.claimgate.x12.Segment;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One functional group after the other: its header, its sets, its trailer. */
final class GroupRun {
    private static final int CODES_MAX = 5;
    private static final String CLAIMS = "HC";

    private final EnginePolicy policy;
    private final SetRun set;
    private final BatchNumbers batches;
    private final ReportListener listener;
    private final Set<String> groupNumbers = new HashSet<>();
    private final Set<String> setNumbers = new HashSet<>();
    private final Set<GroupCode> codes = new LinkedHashSet<>();
    private GroupHeader header;
    private int setsReceived;
    private int setsAccepted;
    private boolean errorsNoted;
    private boolean insideUnreadSet;

    GroupRun(EnginePolicy policy, SetRun set, BatchNumbers batches, ReportListener listener) {
        this.policy = policy;
        this.set = set;
        this.batches = batches;
        this.listener = listener;
    }

    void beginInterchange() {
        groupNumbers.clear();
        header = null;
    }

    boolean isOpen() {
        return header != null;
    }

    void open(int ordinal, Segment gs) {
        codes.clear();
        setNumbers.clear();
        setsReceived = 0;
        setsAccepted = 0;
        errorsNoted = false;
        insideUnreadSet = false;
        header = new GroupHeader(ordinal, gs.text(1), gs.text(2), gs.text(3), gs.text(6), gs.text(8));
        demand(header.functionalId().equals(CLAIMS), GroupCode.NOT_SUPPORTED);
        demand(!header.functionalId().equals(CLAIMS) || policy.treatmentOf(header.version()) != VersionTreatment.REJECT,
                GroupCode.VERSION_NOT_SUPPORTED);
        demand(header.controlNumber().matches("\\d{1,9}"), GroupCode.CONTROL_NUMBER_SYNTAX);
        demand(groupNumbers.add(header.controlNumber()), GroupCode.CONTROL_NUMBER_NOT_UNIQUE);
        listener.groupOpened(header);
    }

    /** Opens a set; the sets of a group that cannot be taken are only counted. */
    void openSet(Segment st) {
        setsReceived++;
        insideUnreadSet = !codes.isEmpty();
        if (insideUnreadSet) {
            return;
        }
        if (!Repeatable.set(st.text(1), st.text(2))) {
            codes.add(GroupCode.SET_COUNT_WRONG);
            insideUnreadSet = true;
            return;
        }
        set.open(header, new SetHeader(setsReceived, st.text(1), st.text(2), st.text(3)), st,
                setNumbers.add(st.text(2)));
    }

    void closeSet(Segment se) {
        insideUnreadSet = false;
        if (set.isOpen()) {
            count(set.close(se));
        }
    }

    /** Whether the segment belongs to a set; between the sets of a group there is no place for one. */
    boolean take(Segment segment) {
        if (set.isOpen()) {
            set.take(segment);
            return true;
        }
        return insideUnreadSet;
    }

    void setEnded(SetReport report) {
        count(report);
    }

    void close(Segment ge) {
        demand(ge.text(1).matches("\\d{1,6}") && Integer.parseInt(ge.text(1)) == setsReceived, GroupCode.SET_COUNT_WRONG);
        demand(ge.text(2).equals(header.controlNumber()), GroupCode.CONTROL_NUMBERS_DIFFER);
        boolean legal = ge.text(1).matches("\\d{1,6}");
        finish(legal ? ge.text(1) : Integer.toString(setsReceived));
    }

    void closeWithout(GroupCode code) {
        codes.add(code);
        finish(Integer.toString(setsReceived));
    }

    private void count(SetReport report) {
        errorsNoted |= report.code() == AcknowledgmentCode.E;
        setsAccepted += report.code().accepts() ? 1 : 0;
    }

    private void finish(String setsIncluded) {
        int accepted = codes.isEmpty() ? setsAccepted : 0;
        AcknowledgmentCode code = accepted == 0 ? AcknowledgmentCode.R
                : accepted < setsReceived ? AcknowledgmentCode.P : errorsNoted ? AcknowledgmentCode.E : AcknowledgmentCode.A;
        if (accepted < setsAccepted) {
            batches.groupRejected(header.ordinal());
        }
        List<GroupCode> told = codes.stream().limit(CODES_MAX).toList();
        GroupHeader closed = header;
        header = null;
        listener.groupClosed(new GroupReport(closed, code, told, setsIncluded, setsReceived, accepted, notes(closed)));
    }

    private List<String> notes(GroupHeader closed) {
        return policy.treatmentOf(closed.version()) == VersionTreatment.NOTE
                ? List.of("GS08 is " + closed.version() + ", taken as " + ValidationRules.CLAIM_GUIDE + ", which would be right")
                : List.of();
    }

    private void demand(boolean holds, GroupCode otherwise) {
        if (!holds) {
            codes.add(otherwise);
        }
    }
}
