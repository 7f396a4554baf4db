package dev.claimgate.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file of {@code conf/demo} and what must come of it.
 *
 * @param name             file name
 * @param about            what is in it
 * @param acknowledgements the kinds that come back at once, in order
 * @param claims           by CLM01, the state that the claim ends in
 */
record DemoFile(String name, String about, List<String> acknowledgements, Map<String, String> claims) {
    private static final String DELIVERED = "PAYER_ACCEPTED";

    /** In the order they are sent. */
    static final List<DemoFile> ALL = List.of(
            new DemoFile("01-two-clean-claims.edi", "two clean claims for two payers, one of them for a child",
                    List.of("TA1", "999", "277CA"), Map.of("NS-1001-A", DELIVERED, "NS-1001-B", DELIVERED)),
            new DemoFile("02-unbalanced-and-bad-npi.edi", "a sum that is wrong, an NPI that is wrong, and a clean claim",
                    List.of("999", "277CA"),
                    Map.of("NS-1002-A", "REJECTED", "NS-1002-B", "REJECTED", "NS-1002-C", DELIVERED)),
            new DemoFile("03-code-pairs.edi", "NCCI pairs: without a modifier, with it, and one that no modifier lifts",
                    List.of("999", "277CA"),
                    Map.of("NS-1003-A", "REJECTED", "NS-1003-B", DELIVERED, "NS-1003-C", "REJECTED")),
            new DemoFile("04-service-date-missing.edi", "a line without its service date: the whole set breaks the guide",
                    List.of("999"), Map.of("NS-1004-A", "SET_REJECTED")),
            new DemoFile("05-bad-envelope.edi", "an envelope that counts its groups wrong", List.of("TA1"),
                    Map.of("NS-1005-A", "SET_REJECTED")),
            new DemoFile("06-other-delimiters.edi", "other delimiters and line breaks; the payer will reject the last claim",
                    List.of("999", "277CA"),
                    Map.of("NS-1006-A", DELIVERED, "NS-1006-B", DELIVERED, "NS-1006-RJ", "PAYER_REJECTED")),
            new DemoFile("07-add-on-and-units.edi", "an add-on without its procedure, too many units, and a clean claim",
                    List.of("999", "277CA"),
                    Map.of("NS-1007-A", "REJECTED", "NS-1007-B", "REJECTED", "NS-1007-C", DELIVERED)));

    DemoFile {
        acknowledgements = List.copyOf(acknowledgements);
        claims = Map.copyOf(new TreeMap<>(claims));
    }
}
