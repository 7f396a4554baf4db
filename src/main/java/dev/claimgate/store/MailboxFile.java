package dev.claimgate.store;

import java.time.Instant;

/**
 * An acknowledgement that waits in a partner's mailbox.
 *
 * @param id            for reading its bytes
 * @param fileName      name of the file it answers
 * @param kind          TA1, 999 or 277CA
 * @param origin        GATEWAY, or PAYER if it passes on what a payer said
 * @param controlNumber its ISA13
 */
public record MailboxFile(long id, String fileName, String kind, String origin, int controlNumber, long byteCount,
                          Instant createdAt) {
}
