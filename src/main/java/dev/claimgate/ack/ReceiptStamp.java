package dev.claimgate.ack;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * What the answers to one interchange say about receiving it.
 *
 * @param trackingId our number of the file, told to the submitter when it was taken
 * @param receivedOn day of receipt
 * @param processed  when the interchange was opened for checking
 */
record ReceiptStamp(String trackingId, LocalDate receivedOn, LocalDateTime processed) {
    String receiptDate() {
        return receivedOn.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    String processDate() {
        return processed.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    String processTime() {
        return processed.format(DateTimeFormatter.ofPattern("HHmm"));
    }
}
