package dev.claimgate.dialect;

import dev.claimgate.config.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the elements of a DFDL file mean in a claim report. Names of elements are the DFDL file's.
 *
 * @param header   where a report begins, with the batch it answers
 * @param claim    one claim's answer
 * @param statuses what the payer's status words mean
 * @param reasons  health care claim statuses (code sources 507, 508) that the payer's reasons stand for
 */
record ReportMapping(Header header, Claim claim, Map<String, Meaning> statuses, Map<String, String> reasons) {
    private static final Pattern ELEMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,79}");
    private static final Pattern CODE = Pattern.compile("[A-Z][0-9]{1,2}:[0-9]{1,3}(:[A-Z0-9]{1,3})?");
    private static final String ELEMENT_RIGHT = "the name of an element in the DFDL file";
    private static final String CODE_RIGHT = "CATEGORY:STATUS or CATEGORY:STATUS:ENTITY, such as A7:164:IL";

    ReportMapping {
        statuses = Map.copyOf(statuses);
        reasons = Map.copyOf(reasons);
    }

    /**
     * @param record       the element of a report's first line
     * @param originatorId its child with the BHT03 of what we sent; empty if the payer does not return it
     */
    record Header(String record, Optional<String> originatorId) {
    }

    /**
     * @param record               the element of one line
     * @param claimNumber          its child with our claim number, 2300 REF*D9 of what we sent
     * @param patientControlNumber its child with CLM01
     * @param payerClaimNumber     its child with the payer's number
     * @param status               its child with the payer's status word
     * @param reason               its child with the payer's reason, if it has one
     * @param date                 its child with the status date, yyyymmdd, if it has one
     */
    record Claim(String record, String claimNumber, String patientControlNumber, String payerClaimNumber, String status,
                 Optional<String> reason, Optional<String> date) {
    }

    /**
     * @param verdict what happens to the claim
     * @param code    STC01 unless the reason has a code of its own
     */
    record Meaning(Verdict verdict, String code) {
    }

    /** What a status does to a claim (277CA STC03: WQ or U). */
    enum Verdict { ACCEPTED, REJECTED }

    static ReportMapping read(Settings file) {
        Map<String, Meaning> statuses = new HashMap<>();
        Settings words = file.section("statuses");
        for (String word : words.keys()) {
            statuses.put(word, meaning(words.section(word)));
        }
        if (statuses.isEmpty()) {
            file.fault("statuses", "is empty, must name the payer's status words");
        }
        Map<String, String> reasons = new HashMap<>();
        Settings codes = file.section("reasons");
        codes.keys().forEach(reason -> reasons.put(reason, codes.text(reason, CODE, CODE_RIGHT)));
        return new ReportMapping(header(file.section("header")), claim(file.section("claim")), statuses, reasons);
    }

    private static Meaning meaning(Settings settings) {
        Meaning meaning = new Meaning(settings.oneOf("verdict", Verdict.class, Verdict.REJECTED),
                settings.text("code", CODE, CODE_RIGHT));
        if (!settings.keys().contains("verdict")) {
            settings.fault("verdict", "is missing, must be accepted or rejected");
        }
        settings.done();
        return meaning;
    }

    private static Header header(Settings settings) {
        Header header = new Header(settings.text("record", ELEMENT, ELEMENT_RIGHT), optional(settings, "originatorId"));
        settings.done();
        return header;
    }

    private static Claim claim(Settings settings) {
        Claim claim = new Claim(settings.text("record", ELEMENT, ELEMENT_RIGHT),
                settings.text("claimNumber", ELEMENT, ELEMENT_RIGHT),
                settings.text("patientControlNumber", ELEMENT, ELEMENT_RIGHT),
                settings.text("payerClaimNumber", ELEMENT, ELEMENT_RIGHT),
                settings.text("status", ELEMENT, ELEMENT_RIGHT),
                optional(settings, "reason"), optional(settings, "date"));
        settings.done();
        return claim;
    }

    private static Optional<String> optional(Settings settings, String key) {
        return Optional.of(settings.text(key, "", ELEMENT, ELEMENT_RIGHT)).filter(name -> !name.isEmpty());
    }
}
