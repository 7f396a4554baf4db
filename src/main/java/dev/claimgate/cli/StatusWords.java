package dev.claimgate.cli;

import java.util.List;
import java.util.Map;

/** Claim status codes (code sources 507 and 508) in our own words, as far as claimgate and its simulated payer use them. */
final class StatusWords {
    private static final Map<String, String> CATEGORIES = Map.of("A0", "forwarded", "A1", "received",
            "A2", "taken for processing", "A3", "returned, not processed", "A4", "not found", "A5", "split", "A6", "rejected, something is missing",
            "A7", "rejected, something is not valid", "A8", "rejected, does not fit together");
    private static final Map<String, String> STATUSES = Map.ofEntries(
            Map.entry("16", "passed on to the next party"), Map.entry("19", "receipt confirmed"),
            Map.entry("20", "accepted"), Map.entry("21", "missing or wrong information"),
            Map.entry("54", "a duplicate of a processed claim"), Map.entry("78", "a duplicate of a claim at work"),
            Map.entry("116", "sent to the wrong payer"), Map.entry("128", "tax id"), Map.entry("145", "taxonomy"),
            Map.entry("153", "payer id"), Map.entry("156", "relation to the subscriber"), Map.entry("157", "sex"),
            Map.entry("158", "date of birth"), Map.entry("164", "member id"), Map.entry("178", "the charge"),
            Map.entry("187", "date of service"), Map.entry("247", "see the lines"), Map.entry("249", "place of service"),
            Map.entry("254", "principal diagnosis"), Map.entry("255", "diagnosis"), Map.entry("258", "units of service"),
            Map.entry("306", "description of the service"), Map.entry("400", "the claim's sum"),
            Map.entry("453", "modifier"), Map.entry("454", "procedure code"), Map.entry("464", "payer's claim number"),
            Map.entry("496", "no agreement to send for this provider"),
            Map.entry("476", "units"), Map.entry("477", "diagnosis pointer"), Map.entry("480", "claim filing indicator"),
            Map.entry("500", "ZIP code"), Map.entry("503", "street"), Map.entry("507", "CPT or HCPCS code"),
            Map.entry("510", "a date in the future"), Map.entry("535", "claim frequency"), Map.entry("562", "NPI"),
            Map.entry("684", "syntax fault in this claim"), Map.entry("700", "ICD-10 code"),
            Map.entry("732", "procedures that exclude each other"), Map.entry("736", "add-on without its procedure"),
            Map.entry("746", "a duplicate submission"), Map.entry("772", "too general a code"));
    private static final Map<String, String> ENTITIES = Map.ofEntries(Map.entry("85", "billing provider"),
            Map.entry("82", "rendering provider"), Map.entry("77", "service location"), Map.entry("DN", "referring provider"),
            Map.entry("DQ", "supervising provider"), Map.entry("IL", "subscriber"), Map.entry("QC", "patient"),
            Map.entry("PR", "payer"), Map.entry("AY", "clearinghouse"), Map.entry("41", "submitter"),
            Map.entry("40", "receiver"));

    private static final String RECEIPT = "19";

    private StatusWords() {
    }

    /** @param composites STC01, STC10 and STC11 such as {@code A7:562:85}; a category is named once for all that share it */
    static String of(List<String> composites) {
        StringBuilder words = new StringBuilder();
        String category = "";
        for (String composite : composites) {
            String[] parts = composite.split(":", -1);
            boolean same = parts[0].equals(category);
            category = parts[0];
            words.append(same ? ", " : words.isEmpty() ? "" : "; ")
                    .append(same ? "" : CATEGORIES.getOrDefault(category, "category " + category) + ": ")
                    .append(status(parts));
        }
        return words.toString();
    }

    private static String status(String[] parts) {
        if (parts.length < 2) {
            return "no status";
        }
        String status = STATUSES.getOrDefault(parts[1], "status " + parts[1]);
        String entity = parts.length < 3 || parts[2].isEmpty() ? "" : ENTITIES.getOrDefault(parts[2], "entity " + parts[2]);
        if (entity.isEmpty()) {
            return status;
        }
        return status + (parts[1].equals(RECEIPT) ? " by the " : " of the ") + entity;
    }
}
