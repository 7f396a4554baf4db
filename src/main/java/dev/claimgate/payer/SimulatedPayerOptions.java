package dev.claimgate.payer;

import java.time.Duration;

/**
 * How a simulated payer behaves.
 *
 * @param port         where it listens on the loopback address, 0 for any free port
 * @param latency      how long it takes to answer
 * @param failRate     share of calls answered with 503, 0 to 1
 * @param downFor      how long after its start it answers everything with 503
 * @param claimsAfter  how long after an interchange its answer for claims lies in the reply box
 * @param rejectEnding claims whose CLM01 ends so are rejected; the empty text rejects none
 * @param reply        how it answers for claims
 * @param script       what goes wrong, and when
 */
public record SimulatedPayerOptions(int port, Duration latency, double failRate, Duration downFor, Duration claimsAfter,
                                    String rejectEnding, SimulatedReply reply, FaultScript script) {
    /** Answers for claims with a 277CA. */
    public SimulatedPayerOptions(int port, Duration latency, double failRate, Duration downFor, Duration claimsAfter,
                                 String rejectEnding) {
        this(port, latency, failRate, downFor, claimsAfter, rejectEnding, SimulatedReply.X12, FaultScript.NONE);
    }

    public SimulatedPayerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + ", must be 0..65535");
        }
        if (failRate < 0 || failRate > 1 || Double.isNaN(failRate)) {
            throw new IllegalArgumentException("fail-rate is " + failRate + ", must be 0..1");
        }
        notNegative("latency", latency);
        notNegative("down-for", downFor);
        notNegative("claims-after", claimsAfter);
    }

    /** Quick, reliable, rejects claims whose CLM01 ends in {@code -RJ}. */
    public static SimulatedPayerOptions reliable(int port) {
        return new SimulatedPayerOptions(port, Duration.ZERO, 0, Duration.ZERO, Duration.ofMillis(300), "-RJ");
    }

    /** The same but for how it answers for claims. */
    public SimulatedPayerOptions replying(SimulatedReply how) {
        return new SimulatedPayerOptions(port, latency, failRate, downFor, claimsAfter, rejectEnding, how, script);
    }

    /** The same but for what goes wrong. */
    public SimulatedPayerOptions with(FaultScript faults) {
        return new SimulatedPayerOptions(port, latency, failRate, downFor, claimsAfter, rejectEnding, reply, faults);
    }

    private static void notNegative(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " is " + duration + ", must not be negative");
        }
    }
}
