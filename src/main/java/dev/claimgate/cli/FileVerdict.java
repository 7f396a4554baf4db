package dev.claimgate.cli;

import dev.claimgate.validation.FileRegister;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.ValidationRules;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;

/** The verdict on a claim file in memory, in the JSON of {@code validate --format json}. */
public final class FileVerdict {
    private static final int FINDINGS_MAX = 1000;

    private FileVerdict() {
    }

    /**
     * @param today      service days after it are in the future
     * @param codeTables by which code tables is judged, for people
     * @param file       all of it; its interchanges count as new
     * @return one JSON object, UTF-8, with at most 1,000 findings
     */
    public static byte[] json(ValidationRules rules, LocalDate today, String codeTables, byte[] file) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonReport report = new JsonReport(json, FINDINGS_MAX, codeTables)) {
            FileValidator validator = new FileValidator(rules, new FileRegister(), today, report.fileOpened("request"));
            validator.feed(file, 0, file.length);
            validator.finish();
            report.fileClosed();
        }
        return json.toByteArray();
    }
}
