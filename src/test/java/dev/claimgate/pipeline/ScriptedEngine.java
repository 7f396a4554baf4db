package dev.claimgate.pipeline;

import dev.claimgate.ack.AcknowledgementDraft;
import dev.claimgate.ack.AcknowledgementKind;
import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.Severity;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.SetHeader;
import dev.claimgate.validation.SetReport;
import dev.claimgate.x12.ByteSink;
import dev.claimgate.x12.Delimiters;
import io.vertx.sqlclient.ClosedConnectionException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays verdicts by script, one word a line: {@code open NUMBER}, {@code set}, {@code claim}, {@code bad-claim},
 * {@code accept-set}, {@code reject-set}, {@code accept}, {@code reject}, {@code answer BYTES}, {@code unreadable},
 * {@code break}, {@code lose} (the connection), {@code wait} (for {@link #go}). What the real engine cannot be made to do at will.
 */
final class ScriptedEngine implements Engine {
    static final ClaimFinding FINDING = new ClaimFinding("npi-check-digit", Severity.REJECT, 0, "2010AA", 5, "NM109",
            List.of(ClaimStatus.of("A7:562:85")), "a number", "another number");

    final AtomicInteger openedRuns = new AtomicInteger();
    final AtomicInteger closedRuns = new AtomicInteger();
    final AtomicInteger draftsOpen = new AtomicInteger();
    final Semaphore arrived = new Semaphore(0);
    final Semaphore go = new Semaphore(0);

    @Override
    public Run open(Job job) {
        openedRuns.incrementAndGet();
        return new ScriptedRun(job);
    }

    private final class ScriptedRun implements Run {
        private final Job job;
        private final StringBuilder rest = new StringBuilder();
        private final Claim claim = new Claim();
        private InterchangeHeader interchange;
        private GroupHeader group;
        private SetHeader set;
        private int interchanges;
        private int sets;
        private int claims;
        private int accepted;

        ScriptedRun(Job job) {
            this.job = job;
        }

        @Override
        public void feed(byte[] bytes, int from, int length) {
            rest.append(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
            int start = 0;
            for (int end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n", start)) {
                play(rest.substring(start, end));
                start = end + 1;
            }
            rest.delete(0, start);
        }

        @Override
        public void finish() {
        }

        @Override
        public void close() {
            closedRuns.incrementAndGet();
        }

        private void play(String line) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "open" -> open(words[1]);
                case "set" -> openSet();
                case "claim" -> claim(true);
                case "bad-claim" -> claim(false);
                case "accept-set" -> closeSet(AcknowledgmentCode.A);
                case "reject-set" -> closeSet(AcknowledgmentCode.R);
                case "accept" -> close(AcknowledgmentCode.A, List.of());
                case "reject" -> close(AcknowledgmentCode.R, List.of(InterchangeCode.GROUP_COUNT));
                case "answer" -> job.drafts().accept(new Draft(interchanges, Integer.parseInt(words[1])));
                case "unreadable" -> job.verdicts().unreadable(0, "no ISA at the start");
                case "break" -> throw new IllegalStateException("broken by the script");
                case "lose" -> throw new IllegalStateException("as if it cost us the connection",
                        ClosedConnectionException.INSTANCE);
                case "wait" -> await();
                default -> { }
            }
        }

        private void open(String number) {
            interchange = new InterchangeHeader(++interchanges, Delimiters.STANDARD, "ZZ", "SENDER         ", "ZZ",
                    "CLAIMGATE      ", "260101", "1200", number, true, "P");
            boolean first = job.register().register(interchange);
            job.verdicts().interchangeOpened(interchange);
            group = new GroupHeader(1, "HC", "SENDER", "CLAIMGATE", "1", "005010X222A1");
            job.verdicts().groupOpened(group);
            sets = 0;
            if (!first) {
                close(AcknowledgmentCode.R, List.of(InterchangeCode.DUPLICATE_CONTROL_NUMBER));
            }
        }

        private void openSet() {
            set = new SetHeader(++sets, "837", "0001", "005010X222A1");
            claims = 0;
            accepted = 0;
            job.verdicts().setOpened(set);
        }

        private void claim(boolean good) {
            claims++;
            accepted += good ? 1 : 0;
            job.verdicts().claim(claim, good ? List.of() : List.of(FINDING), good);
        }

        private void closeSet(AcknowledgmentCode code) {
            job.verdicts().setClosed(new SetReport(set, "REF", code, List.of(), List.of(), 0, 10, claims, accepted,
                    100L * claims, 100L * accepted));
        }

        private void close(AcknowledgmentCode code, List<InterchangeCode> notes) {
            job.verdicts().groupClosed(new GroupReport(group, code, List.of(), "1", sets, sets));
            job.verdicts().interchangeClosed(new InterchangeReport(interchange, code, notes, 1));
            if (notes.contains(InterchangeCode.GROUP_COUNT)) {
                job.register().withdraw(interchange);
            }
        }

        private void await() {
            arrived.release();
            try {
                go.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Draft implements AcknowledgementDraft {
        private final int interchange;
        private final int length;

        Draft(int interchange, int length) {
            this.interchange = interchange;
            this.length = length;
            draftsOpen.incrementAndGet();
        }

        @Override
        public AcknowledgementKind kind() {
            return AcknowledgementKind.IMPLEMENTATION;
        }

        @Override
        public int interchangeOrdinal() {
            return interchange;
        }

        @Override
        public void writeTo(ByteSink sink, int controlNumber) {
            byte[] bytes = "a".repeat(length).getBytes(StandardCharsets.US_ASCII);
            for (int at = 0; at < length; at += 1000) {
                sink.write(bytes, at, Math.min(1000, length - at));
            }
        }

        @Override
        public void close() {
            draftsOpen.decrementAndGet();
        }
    }
}
