package dev.claimgate.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which codes a dermatology practice bills: the everyday ones, and the families that the rarer ones are drawn from. */
final class Dermatology {
    static final Set<String> VISITS = Set.of("99202", "99203", "99204", "99205", "99212", "99213", "99214", "99215");
    /** Say by a modifier which digit was treated. */
    static final Set<String> NAILS = Set.of("11730", "11732", "11750", "11760", "11762", "11765");
    static final Set<String> EVERYDAY_PROCEDURES = Set.of("10060", "10061", "11102", "11104", "11106", "11200", "11301",
            "11306", "11310", "11401", "11402", "11420", "11421", "11440", "11601", "11602", "11641", "11720", "11730",
            "11900", "12031", "12032", "12051", "13101", "13121", "13132", "17000", "17004", "17110", "17111", "17262",
            "17281", "17311", "17313", "88304", "88305", "88312", "88342", "95044", "96567", "96573", "96910", "96920");
    private static final List<String> PROCEDURE_FAMILIES = List.of("100", "101", "11", "12", "13", "14", "15", "16", "17",
            "883", "95044", "9656", "9657", "969");
    private static final List<String> EVERYDAY_DIAGNOSES = List.of("L", "C43", "C44", "C4A", "D03", "D04", "D17", "D180",
            "D22", "D23", "D492", "B07", "B08", "B35", "B36", "Z85820", "Z85828", "Z1283");
    /** Infections that show on the skin, its signs, open wounds and burns. */
    private static final List<String> OTHER_DIAGNOSES = List.of("B00", "B02", "B37", "B86", "I781", "I830", "I831", "R20",
            "R21", "R22", "R23", "S01", "S21", "S31", "S41", "S51", "S61", "S71", "S81", "S91", "T20", "T21", "T22", "T23",
            "T24", "T25");

    /** Beginnings of procedures and the diagnosis that goes with them; other procedures go with many. */
    private static final Map<String, String> FITTING = Map.ofEntries(Map.entry("1700", "L570"), Map.entry("1711", "B079"),
            Map.entry("1120", "L918"), Map.entry("1172", "B351"), Map.entry("1173", "L600"), Map.entry("1175", "L600"),
            Map.entry("1176", "L600"), Map.entry("95044", "L239"), Map.entry("9692", "L400"), Map.entry("9690", "L400"),
            Map.entry("9691", "L400"), Map.entry("9656", "L570"), Map.entry("9657", "L570"), Map.entry("1731", "C44311"),
            Map.entry("1130", "D225"), Map.entry("11305", "D224"), Map.entry("11306", "D224"), Map.entry("11307", "D224"),
            Map.entry("11308", "D224"), Map.entry("1131", "D2339"), Map.entry("1140", "D225"), Map.entry("1142", "D224"),
            Map.entry("1144", "D2339"), Map.entry("1160", "C44511"), Map.entry("1162", "C4441"), Map.entry("1164", "C44311"),
            Map.entry("1726", "C44511"), Map.entry("1727", "C4441"), Map.entry("1728", "C44311"));
    private static final int CODE_CHARS = 5;
    /** First and last of the codes of which one counts all of a day together. */
    private static final List<String> DAY_TOTALS = List.of("12001 12007", "12011 12018", "12031 12037", "12041 12047",
            "12051 12057", "13100 13101", "13120 13121", "13131 13132", "13151 13152", "17106 17108", "96920 96922",
            "17110 17111", "11900 11901", "11720 11721");

    private Dermatology() {
    }

    /** The diagnosis of a procedure that goes with few; empty for others. */
    static Optional<String> fittingDiagnosis(String procedure) {
        Optional<String> fitting = Optional.empty();
        for (int length = CODE_CHARS; length > 3 && fitting.isEmpty() && procedure.length() == CODE_CHARS; length--) {
            fitting = Optional.ofNullable(FITTING.get(procedure.substring(0, length)));
        }
        return fitting;
    }

    /** Whether one of the two codes counts what the other one would. */
    static boolean countTogether(String one, String two) {
        return DAY_TOTALS.stream().anyMatch(range -> within(one, range) && within(two, range));
    }

    private static boolean within(String code, String range) {
        return code.compareTo(range.substring(0, CODE_CHARS)) >= 0 && code.compareTo(range.substring(CODE_CHARS + 1)) <= 0;
    }

    static boolean procedure(String code) {
        return VISITS.contains(code) || begins(code, PROCEDURE_FAMILIES) && !code.endsWith("99");
    }

    static boolean everydayDiagnosis(String code) {
        return begins(code, EVERYDAY_DIAGNOSES);
    }

    static boolean diagnosis(String code) {
        return everydayDiagnosis(code) || begins(code, OTHER_DIAGNOSES);
    }

    private static boolean begins(String code, List<String> families) {
        return families.stream().anyMatch(code::startsWith);
    }
}
