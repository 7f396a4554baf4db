package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codes of the standard that the gateway never answers with, and why. */
final class NeverGiven {
    /** By code; those with the id of a rule are known to the code, the others are not. */
    static final Map<String, String> REASONS = new LinkedHashMap<>();

    static {
        REASONS.put("TA1-028 to 031", "deferred delivery and grade of service are elements that no ISA of release 00501 has");
        REASONS.put("AK905 10 to 18, 23 to 26; IK502 8 to 13, 15 to 17, 24 to 27",
                "security segments (S1S to S4E) are not taken; within a group they are TA1 024");
        REASONS.put("IK5-1", "sets of another kind come in a group of their own kind, which is rejected with AK905 1, or stand"
                + " in the wrong group, IK502 18; another guide for claims is AK905 2 or IK502 I6");
        REASONS.put("IK5-6", "AK201 must repeat ST01; without a usable one there is no AK2 to carry the code, and the group is"
                + " rejected with AK905 5 (interpretation 1339)");
        REASONS.put("IK3-I9", "where the guide would have a segment left out because of another value (2310B, 2310C, 2420A that"
                + " repeat what a level above tells, REF F8 of an original claim), published examples send it and receivers"
                + " take it; what is open never rejects, so the edits provider-repeated and original-number-unneeded warn");
        REASONS.put("IK4-11", "data element 621 has no such code");
        REASONS.put("IK4-I11", "the guide demands of no repeating element more than one repetition");
    }

    private NeverGiven() {
    }

    /** @param codes ids of rules that nothing gives */
    static void mustExplain(List<String> codes) {
        assertThat(REASONS.keySet()).as("codes that nothing gives, explained in NeverGiven").containsAll(codes);
        assertThat(codes).as("codes explained in NeverGiven that something gives")
                .containsAll(REASONS.keySet().stream().filter(NeverGiven::isRule).toList());
    }

    private static boolean isRule(String code) {
        return code.matches("(IK[345]|AK9|TA1)-I?\\d+") && !code.equals("IK4-11");
    }
}
