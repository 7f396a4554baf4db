package dev.claimgate.validation;

import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.SetCode;
import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.InterchangeHandler;
import dev.claimgate.x12.Segment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The envelopes of one file: opens and closes interchanges, groups and transaction sets, and hands what lies within to the set. */
final class EnvelopeRun implements InterchangeHandler {
    private static final int ISA = Segment.key("ISA");
    private static final int IEA = Segment.key("IEA");
    private static final int GS = Segment.key("GS");
    private static final int GE = Segment.key("GE");
    private static final int ST = Segment.key("ST");
    private static final int SE = Segment.key("SE");
    private static final int TA1 = Segment.key("TA1");

    private final EnginePolicy policy;
    private final InterchangeRegister register;
    private final BatchNumbers batches;
    private final SetRun set;
    private final GroupRun group;
    private final ReportListener listener;
    private final Set<InterchangeCode> notes = new LinkedHashSet<>();
    private Delimiters delimiters;
    private boolean fixedWidth;
    private int interchanges;
    private InterchangeHeader header;
    private boolean registered;
    private boolean skipping;
    /** Whether a group that is not to be read goes on; its header has been told as a fault. */
    private boolean passingOver;
    private int groups;

    EnvelopeRun(EnginePolicy policy, InterchangeRegister register, BatchNumbers batches, SetRun set,
                ReportListener listener) {
        this.policy = policy;
        this.register = register;
        this.batches = batches;
        this.set = set;
        this.group = new GroupRun(policy, set, batches, listener);
        this.listener = listener;
    }

    @Override
    public void interchangeStarts(Delimiters delimiters, boolean fixedWidth) {
        this.delimiters = delimiters;
        this.fixedWidth = fixedWidth;
    }

    @Override
    public void segment(Segment segment) {
        int id = segment.idKey();
        if (id == ISA) {
            open(segment);
        } else if (id == IEA) {
            trailer(segment);
        } else if (!skipping) {
            inside(id, segment);
        } else if (id == GS) {
            groups++;
        }
    }

    private void inside(int id, Segment segment) {
        if (id == GS) {
            endGroup(null);
            openGroup(segment);
        } else if (!group.isOpen()) {
            outsideGroup(id);
        } else if (id == ST) {
            set.endWithout(SetCode.TRAILER_MISSING, group);
            group.openSet(segment);
        } else if (id == SE) {
            group.closeSet(segment);
        } else if (id == GE) {
            endGroup(segment);
        } else if (!group.take(segment)) {
            notes.add(InterchangeCode.CONTENT);
        }
    }

    /** A TA1 answers an interchange of ours; it may stand before the groups and is no business of the claims. */
    private void outsideGroup(int id) {
        if (passingOver) {
            passingOver = id != GE;
        } else if (id == GE || id == ST || id == SE) {
            notes.add(InterchangeCode.CONTROL_STRUCTURE);
            passingOver = id == ST;
        } else if (id != TA1) {
            notes.add(InterchangeCode.CONTENT);
        }
    }

    private void open(Segment isa) {
        interchanges++;
        groups = 0;
        passingOver = false;
        notes.clear();
        group.beginInterchange();
        header = new InterchangeHeader(interchanges, delimiters, isa.text(5), isa.text(6), isa.text(7), isa.text(8),
                isa.text(9), isa.text(10), isa.text(13), isa.text(14).equals("1"), isa.text(15));
        notes.addAll(InterchangeCheck.notes(isa, fixedWidth));
        if (!policy.takesSender(header.senderQualifier(), header.senderId())) {
            notes.add(InterchangeCode.SENDER_ID);
        }
        if (!notes.contains(InterchangeCode.RECEIVER_QUALIFIER) && !notes.contains(InterchangeCode.RECEIVER_ID)
                && !policy.takesReceiver(header.receiverQualifier(), header.receiverId())) {
            notes.add(InterchangeCode.RECEIVER_UNKNOWN);
        }
        if (!policy.rights().takesUsage(header.usage())) {
            notes.add(InterchangeCode.USAGE_INDICATOR);
        }
        registered = notes.isEmpty() && register.register(header);
        if (notes.isEmpty() && !registered) {
            notes.add(InterchangeCode.DUPLICATE_CONTROL_NUMBER);
        }
        skipping = !notes.isEmpty();
        batches.inInterchange(header);
        set.inInterchange(header.usage());
        listener.interchangeOpened(header);
    }

    private void openGroup(Segment gs) {
        groups++;
        passingOver = !Repeatable.group(gs);
        if (passingOver) {
            notes.add(InterchangeCode.CONTENT);
        } else {
            group.open(groups, gs);
        }
    }

    private void endGroup(Segment ge) {
        if (!group.isOpen()) {
            return;
        }
        set.endWithout(SetCode.TRAILER_MISSING, group);
        if (ge == null) {
            group.closeWithout(GroupCode.TRAILER_MISSING);
        } else {
            group.close(ge);
        }
    }

    private void trailer(Segment iea) {
        if (header == null) {
            return;
        }
        if (!skipping) {
            endGroup(null);
        }
        if (!iea.text(2).equals(header.controlNumber())) {
            notes.add(iea.text(2).matches("\\d{9}") ? InterchangeCode.CONTROL_NUMBERS_DIFFER : InterchangeCode.CONTROL_NUMBER);
        }
        if (!iea.text(1).matches("\\d{1,5}") || Integer.parseInt(iea.text(1)) != groups) {
            notes.add(InterchangeCode.GROUP_COUNT);
        }
        close();
    }

    @Override
    public void interchangeBroken(Breakage why) {
        if (header == null) {
            return;
        }
        if (!skipping) {
            endGroup(null);
        }
        notes.add(why == Breakage.SEGMENT_TOO_LONG ? InterchangeCode.CONTROL_STRUCTURE : InterchangeCode.PREMATURE_END);
        close();
    }

    private void close() {
        AcknowledgmentCode code = notes.isEmpty() ? AcknowledgmentCode.A : AcknowledgmentCode.R;
        if (registered && code == AcknowledgmentCode.R) {
            register.withdraw(header);
            batches.interchangeRejected();
        }
        listener.interchangeClosed(new InterchangeReport(header, code, List.copyOf(notes), groups));
        header = null;
    }

    @Override
    public void unreadable(long offset, String reason) {
        listener.unreadable(offset, reason);
    }
}
