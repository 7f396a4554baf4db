package dev.claimgate.store;

import java.time.Instant;

/**
 * An acknowledgement that waits in a partner's mailbox.
 *
 * @param id            for reading its bytes
 * @param fileName      name of the file it answers, or its tracking number if it had none
 * @param kind          TA1, 999, 277CA, 837P or REPORT
 * @param origin        GATEWAY, or PAYER if it passes on what a payer said
 * @param controlNumber its ISA13
 */
public record MailboxFile(long id, String fileName, String kind, String origin, int controlNumber, long byteCount,
                          Instant createdAt) {
}
