package dev.claimgate.cli;

import dev.claimgate.claim.HistoryLimits;
import dev.claimgate.validation.FileRegister;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.RecentClaims;
import dev.claimgate.validation.ReportListeners;
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
     * @param limits     how far back claims of the file bear upon later ones in it
     * @param codeTables by which code tables is judged, for people
     * @param file       all of it; its interchanges count as new
     * @return one JSON object, UTF-8, with at most 1,000 findings
     */
    public static byte[] json(ValidationRules rules, LocalDate today, HistoryLimits limits, String codeTables,
                              byte[] file) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonReport report = new JsonReport(json, FINDINGS_MAX, codeTables)) {
            RecentClaims history = new RecentClaims(today, limits);
            FileValidator validator = new FileValidator(rules, new FileRegister(), history, today,
                    new ReportListeners(history.listener(), report.fileOpened("request")));
            validator.feed(file, 0, file.length);
            validator.finish();
            report.fileClosed();
        }
        return json.toByteArray();
    }
}
