package dev.claimgate.store;

import dev.claimgate.partner.SendingWindows;
import java.time.Duration;

/**
 * How a payer stands, as {@code GET /v1/payers} tells it.
 *
 * @param id       short name, such as {@code evergreen}
 * @param name     name for people
 * @param breaker  state of its circuit breaker: {@code CLOSED} (calls go through), {@code OPEN} (none does),
 *                 {@code HALF_OPEN} (probes do), or another constant of the breaker
 * @param claims   of the asking partner, or of all
 * @param gate     hold and pause
 * @param windows  when it may be sent claims
 * @param sendable whether that is now
 * @param traffic  calls of the gateway that answers
 * @param overdue  what it owes, to all partners: it says how the line is, not who sends
 */
public record PayerStatus(String id, String name, String breaker, PayerStatistics.Counts claims, PayerGate gate,
                          SendingWindows windows, boolean sendable, Traffic traffic, OverdueAnswers.Counts overdue) {
    /**
     * Bulkhead and rate limiter.
     *
     * @param callsMax   deliveries under way at once
     * @param callsOpen  of these, under way now
     * @param rateCalls  deliveries in each period
     * @param ratePeriod that period
     * @param rateLeft   deliveries left in this one
     */
    public record Traffic(int callsMax, int callsOpen, int rateCalls, Duration ratePeriod, int rateLeft) {
    }
}
