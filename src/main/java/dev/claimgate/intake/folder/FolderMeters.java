package dev.claimgate.intake.folder;

import io.micrometer.core.instrument.MeterRegistry;

/** What operators see of the drop folders. No partner and no file name is a label. */
final class FolderMeters {
    private final MeterRegistry meters;

    FolderMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void received(long bytes) {
        meters.counter("claimgate.folder.files").increment();
        meters.counter("claimgate.folder.file.bytes").increment(bytes);
    }

    void refused() {
        meters.counter("claimgate.folder.refusals").increment();
    }

    void again() {
        meters.counter("claimgate.folder.files.again").increment();
    }

    void delivered() {
        meters.counter("claimgate.folder.acknowledgements").increment();
    }
}
