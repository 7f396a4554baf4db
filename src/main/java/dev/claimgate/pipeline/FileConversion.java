package dev.claimgate.pipeline;

import dev.claimgate.store.AcknowledgementRows;
import dev.claimgate.store.SubmissionWork;
import dev.claimgate.superbill.BillFault;
import dev.claimgate.superbill.Superbill;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes an 837P of a file that came in another format, in the transaction that holds the file: from then on it goes the normal
 * way. Its sender finds the 837P, or the report why there is none, in his mailbox if he has one.
 */
final class FileConversion {
    private final SubmissionWork work;
    private final ClaimFormats.ClaimFormat format;
    private final AcknowledgementRows rows;

    FileConversion(SubmissionWork work, ClaimFormats.ClaimFormat format, Instant now) {
        this.work = work;
        this.format = format;
        this.rows = work.acknowledgements(now);
    }

    /** What became of the file; empty if it is X12 after all. */
    Future<Optional<Superbill>> convert() {
        return work.chunk(0).compose(first -> {
            if (first.isEmpty() || beginsAsX12(first.get())) {
                return Future.succeededFuture(Optional.empty());
            }
            return made().compose(made -> keep(made).map(kept -> Optional.of(made)));
        });
    }

    private Future<Superbill> made() {
        if (work.byteCount() > format.bytesMax()) {
            return Future.succeededFuture(Superbill.Refused.of(new BillFault(0, "", "has " + work.byteCount() + " bytes",
                    "at most " + format.bytesMax() + " bytes long in this format; split it")));
        }
        return bytes(0, Buffer.buffer()).compose(file -> work.convertedControlNumber()
                .compose(number -> format.convert(file.getBytes(), number)));
    }

    /** Few, by the limit of the format. */
    private Future<Buffer> bytes(int sequence, Buffer read) {
        return work.chunk(sequence).compose(chunk -> chunk.isEmpty() ? Future.succeededFuture(read)
                : bytes(sequence + 1, read.appendBuffer(chunk.get())));
    }

    private Future<Void> keep(Superbill made) {
        if (made instanceof Superbill.Converted converted) {
            Buffer bytes = Buffer.buffer(converted.bytes());
            return work.convert(format.name(), bytes).compose(kept -> beside("837P", bytes));
        }
        Superbill.Refused refused = (Superbill.Refused) made;
        return work.format(format.name()).compose(kept -> beside("REPORT", Buffer.buffer(report(refused))));
    }

    private Future<Void> beside(String kind, Buffer bytes) {
        return rows.controlNumbers(1).compose(numbers -> rows.insertBeside(kind, numbers.get(0), bytes));
    }

    /** For people: one line for each fault. */
    private byte[] report(Superbill.Refused refused) {
        String more = refused.count() > refused.faults().size()
                ? "and " + (refused.count() - refused.faults().size()) + " more\n" : "";
        return ("Nothing was made of this file: it is not as " + format.name() + " has to be. Put it right and send it again.\n"
                + refused.faults().stream().map(fault -> fault.text() + "\n").collect(Collectors.joining()) + more)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean beginsAsX12(Buffer file) {
        int at = 0;
        while (at < file.length() && file.getByte(at) <= ' ') {
            at++;
        }
        return at + 3 <= file.length() && file.getString(at, at + 3, "ISO-8859-1").equals("ISA");
    }
}
