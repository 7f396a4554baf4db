package dev.claimgate.intake.sftp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What operators see of SFTP. No partner and no file name is a label. Safe for all threads. */
final class SftpMeters {
    private final MeterRegistry meters;
    private final AtomicInteger open = new AtomicInteger();

    SftpMeters(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("claimgate.sftp.connections.open", open, AtomicInteger::get)
                .description("SSH connections that are open now").register(meters);
    }

    /** How many are open now, this one among them. */
    int connected() {
        meters.counter("claimgate.sftp.connections").increment();
        return open.incrementAndGet();
    }

    void disconnected() {
        open.decrementAndGet();
    }

    void received(long bytes) {
        meters.counter("claimgate.sftp.uploads").increment();
        meters.counter("claimgate.sftp.upload.bytes").increment(bytes);
    }

    /** @param reason {@code connections}, {@code login}, the limit that was reached, or the status a client is told */
    void refused(String reason) {
        meters.counter("claimgate.sftp.refusals", "reason", reason.toLowerCase(Locale.ROOT)).increment();
    }
}
