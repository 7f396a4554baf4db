package dev.claimgate.bench;

import dev.claimgate.sample.ClaimFileGenerator;
import dev.claimgate.sample.SampleOptions;
import dev.claimgate.sample.TableCodes;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;

/** The file that all read: invented claims, all acceptable, the same bytes in each run. */
final class BenchFile {
    static final int CLAIMS = 20_000;
    /** For a reader that keeps the whole file as a tree. */
    static final int CLAIMS_OF_SMALL_FILE = 500;
    static final LocalDate DATE = LocalDate.of(2026, 5, 4);

    private BenchFile() {
    }

    static byte[] of(int claims) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new ClaimFileGenerator(TableCodes.read(Path.of("conf", "code-tables"), DATE), SampleOptions.of(claims, 1, DATE))
                .writeTo(file::write);
        return file.toByteArray();
    }
}
