package dev.claimgate.cli;

import dev.claimgate.ack.AcknowledgementDraft;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.ReportListeners;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The acknowledgement interchanges that the gateway would return, one segment a line, and nothing else. Control numbers count
 * from 1, so that the same files give the same text.
 */
final class X12Report implements FileReport {
    private static final byte[] LINE_FEED = {'\n'};

    private final Function<Consumer<AcknowledgementDraft>, ReportListener> writers;
    private final BlockOutput out;
    private final Tally total = new Tally();
    private Tally file = new Tally();
    private int controlNumber;

    /** @param writers makes the acknowledgement writer for one file, which hands over each draft as soon as it is finished */
    X12Report(Function<Consumer<AcknowledgementDraft>, ReportListener> writers, OutputStream out) {
        this.writers = writers;
        this.out = new BlockOutput(out);
    }

    @Override
    public ReportListener fileOpened(String name) {
        file = new Tally();
        return new ReportListeners(file, writers.apply(this::print));
    }

    private void print(AcknowledgementDraft draft) {
        try (draft) {
            controlNumber++;
            draft.writeTo(this::lines, controlNumber);
        }
    }

    private void lines(byte[] bytes, int from, int length) {
        int start = from;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '~') {
                out.write(bytes, start, i + 1 - start);
                out.write(LINE_FEED, 0, 1);
                start = i + 1;
            }
        }
        out.write(bytes, start, from + length - start);
    }

    @Override
    public void fileClosed() {
        total.add(file);
    }

    @Override
    public Tally total() {
        return total;
    }

    @Override
    public void close() {
        out.close();
    }
}
