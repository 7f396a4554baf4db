package dev.claimgate.reply;

import dev.claimgate.x12.Delimiters;
import dev.claimgate.x12.InterchangeHandler;
import dev.claimgate.x12.Segment;
import dev.claimgate.x12.X12Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a payer's message: one or more interchanges with TA1, 999, 277CA and 835 in any mixture. Lenient where it can be: TA1
 * before or after the groups, missing trailers, any delimiters. Message sizes are bounded by whoever fetches them.
 */
public final class ReplyReader implements InterchangeHandler {
    private static final int SEGMENT_BYTES_MAX = 64 * 1024;

    private final List<EnvelopeAnswer> envelopes = new ArrayList<>();
    private final List<SetAnswer> sets = new ArrayList<>();
    private final List<ClaimReport> reports = new ArrayList<>();
    private final List<PaymentAnswer> payments = new ArrayList<>();
    private SetReader set = SetReader.NONE;

    private ReplyReader() {
    }

    /** @throws UnreadableReplyException if something else than an interchange is found, or no answer at all */
    public static PayerReply read(byte[] bytes) {
        ReplyReader answers = new ReplyReader();
        X12Reader reader = new X12Reader(answers, SEGMENT_BYTES_MAX);
        reader.feed(bytes, 0, bytes.length);
        reader.finish();
        PayerReply reply = new PayerReply(answers.envelopes, answers.sets, answers.reports, answers.payments);
        if (reply.isEmpty()) {
            throw new UnreadableReplyException("the message holds no TA1, no 999, no 277 and no claim of an 835");
        }
        return reply;
    }

    /** Whether the message begins as an interchange does: with ISA, perhaps after blanks and line ends. */
    public static boolean isInterchange(byte[] message) {
        int from = 0;
        while (from < message.length && message[from] <= ' ' && message[from] >= 0) {
            from++;
        }
        return message.length - from >= 3 && message[from] == 'I' && message[from + 1] == 'S' && message[from + 2] == 'A';
    }

    @Override
    public void interchangeStarts(Delimiters delimiters, boolean fixedWidth) {
        set = SetReader.NONE;
    }

    @Override
    public void segment(Segment segment) {
        switch (segment.id()) {
            case "TA1" -> envelopes.add(new EnvelopeAnswer(segment.text(1), segment.text(4), segment.text(5)));
            case "ST" -> set = open(segment.text(1));
            case "SE" -> closeSet();
            default -> set.segment(segment);
        }
    }

    @Override
    public void interchangeBroken(Breakage why) {
        closeSet();
    }

    @Override
    public void unreadable(long offset, String reason) {
        throw new UnreadableReplyException("byte " + offset + ": " + reason);
    }

    private void closeSet() {
        set.close();
        set = SetReader.NONE;
    }

    private SetReader open(String identifier) {
        return switch (identifier) {
            case "999" -> new ImplementationAnswerReader(sets);
            case "277" -> new ClaimReportReader(reports);
            case "835" -> new PaymentReader(payments);
            default -> SetReader.NONE;
        };
    }

    /** Reads the segments of one transaction set between ST and SE. */
    interface SetReader {
        SetReader NONE = segment -> { };

        void segment(Segment segment);

        default void close() {
        }
    }
}
