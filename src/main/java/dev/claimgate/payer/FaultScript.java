package dev.claimgate.payer;

import dev.claimgate.config.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong at a simulated payer, and when: steps by number of the delivery, or by time since its start. Of steps that
 * hold at the same time the first counts. {@code conf/demo/bad-day.yaml} shows each.
 */
public final class FaultScript {
    public static final FaultScript NONE = new FaultScript(List.of());
    private static final int CALLS_MAX = 1_000_000;
    private static final int SECONDS_MAX = 86_400;

    private final List<Step> steps;

    /** What goes wrong. */
    public enum Fault {
        /** Answers 500. */
        ERROR(false),
        /** Answers 429 with Retry-After. */
        BUSY(false),
        /** Never answers. */
        SILENCE(true),
        /** Answers 200 with a page for people. */
        GARBAGE(true),
        /** Cuts the connection in the middle of its answer. */
        CUT(true),
        /** Answers with the TA1 of another interchange and without a 999. */
        WRONG_TA1(true),
        /** Answers 202; its answer for claims comes first, then TA1 and 999. */
        CLAIMS_FIRST(true),
        /** Gives its answer for claims twice. */
        REPLY_TWICE(true);

        private final boolean taken;

        Fault(boolean taken) {
            this.taken = taken;
        }

        /** Whether it is of the line, so that replies cannot be fetched either while it lasts. */
        boolean ofTheLine() {
            return this == ERROR || this == BUSY || this == SILENCE;
        }
    }

    /**
     * One step.
     *
     * @param firstCall  delivery with which it begins, 1 the first; 0 if it goes by time
     * @param calls      how many deliveries it holds
     * @param from       since the start of the payer, if it goes by time
     * @param to         the first moment after it
     * @param fault      what goes wrong
     * @param taken      whether the payer has processed the interchange all the same
     * @param retryAfter what BUSY asks for
     */
    public record Step(int firstCall, int calls, Duration from, Duration to, Fault fault, boolean taken, Duration retryAfter) {
        private boolean holds(int call, Duration sinceStart) {
            return firstCall > 0 ? call >= firstCall && call < firstCall + calls : during(sinceStart);
        }

        private boolean during(Duration sinceStart) {
            return firstCall == 0 && sinceStart.compareTo(from) >= 0 && sinceStart.compareTo(to) < 0;
        }
    }

    public FaultScript(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** One fault at one delivery, as if by {@code {call: N, fault: ..}}. */
    public static FaultScript at(int call, Fault fault, Duration retryAfter) {
        return new FaultScript(List.of(new Step(call, 1, Duration.ZERO, Duration.ZERO, fault, fault.taken, retryAfter)));
    }

    /** Reads the file; faults go to the settings' collector. */
    public static FaultScript read(Settings file) {
        List<Step> steps = new ArrayList<>();
        for (Settings entry : file.sections("steps")) {
            steps.add(step(entry));
            entry.done();
        }
        file.done();
        return new FaultScript(steps);
    }

    private static Step step(Settings entry) {
        boolean byCall = entry.keys().contains("call");
        boolean byTime = entry.keys().contains("fromSeconds") || entry.keys().contains("toSeconds");
        if (byCall == byTime) {
            entry.fault("call", byCall ? "stands beside fromSeconds or toSeconds, must be one or the other"
                    : "is missing, must be the number of a delivery, or fromSeconds and toSeconds");
        }
        if (!entry.keys().contains("fault")) {
            entry.fault("fault", "is missing, must be error, busy, silence, garbage, cut, wrong-ta1, claims-first or"
                    + " reply-twice");
        }
        Fault fault = entry.oneOf("fault", Fault.class, Fault.ERROR);
        Step step = new Step(byCall ? entry.integer("call", 1, 1, CALLS_MAX) : 0, entry.integer("calls", 1, 1, CALLS_MAX),
                entry.seconds("fromSeconds", 0, 0, SECONDS_MAX), entry.seconds("toSeconds", SECONDS_MAX, 1, SECONDS_MAX),
                fault, entry.flag("taken", fault.taken), entry.seconds("retryAfterSeconds", 1, 0, SECONDS_MAX));
        if (step.to().compareTo(step.from()) <= 0) {
            entry.fault("toSeconds", "is " + step.to().toSeconds() + ", must be more than fromSeconds, "
                    + step.from().toSeconds());
        }
        return step;
    }

    /** What goes wrong with a delivery, 1 the first. */
    Optional<Step> delivery(int call, Duration sinceStart) {
        return steps.stream().filter(step -> step.holds(call, sinceStart)).findFirst();
    }

    /** What goes wrong with all other calls at this time. */
    Optional<Step> line(Duration sinceStart) {
        return steps.stream().filter(step -> step.during(sinceStart) && step.fault().ofTheLine()).findFirst();
    }
}
