package dev.claimgate.codes.cms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fiscal year in the name of an ICD-10-CM file: 2026 starts on 1 October 2025. */
final class FiscalYear {
    private static final Pattern IN_NAME = Pattern.compile("(?i)icd10cm_(?:order|codes)_(20\\d\\d)");
    private static final int FIRST_DAY = 10_01;

    private FiscalYear() {
    }

    static Optional<Integer> in(String fileName) {
        Matcher name = IN_NAME.matcher(fileName);
        return name.find() ? Optional.of((Integer.parseInt(name.group(1)) - 1) * 10_000 + FIRST_DAY) : Optional.empty();
    }
}
