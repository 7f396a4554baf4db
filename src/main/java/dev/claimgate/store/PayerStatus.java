package dev.claimgate.store;

/**
 * How a payer stands, as {@code GET /v1/payers} tells it.
 *
 * @param id      short name, such as {@code evergreen}
 * @param name    name for people
 * @param breaker state of its circuit breaker: {@code CLOSED} (calls go through), {@code OPEN} (none does),
 *                {@code HALF_OPEN} (probes do), or another constant of the breaker
 * @param waiting accepted claims of the asking partner that this payer has not received yet
 * @param sent    his claims it has received
 * @param failed  deliveries to it that failed and will be repeated, of all partners: it says how the line is, not who sends
 */
public record PayerStatus(String id, String name, String breaker, long waiting, long sent, long failed) {
}
