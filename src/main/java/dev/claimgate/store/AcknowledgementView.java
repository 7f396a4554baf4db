package dev.claimgate.store;

import java.time.Instant;

/**
 * An acknowledgement as its receiver sees it, without its bytes.
 *
 * @param id                 for reading its bytes; not shown
 * @param kind               TA1, 999 or 277CA
 * @param origin             GATEWAY, or PAYER if it passes on what a payer said
 * @param interchangeOrdinal which interchange of the file it answers, 1-based
 * @param controlNumber      its ISA13
 * @param byteCount          its length
 */
public record AcknowledgementView(long id, String kind, String origin, int interchangeOrdinal, int controlNumber,
                                  long byteCount, Instant createdAt) {
}
