package dev.claimgate.validation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A clean claim file after some random mishaps. */
public final class FuzzedFile {
    private static final int SEGMENT_MISHAPS_MAX = 5;
    private static final int BYTE_MISHAPS_MAX = 20;
    private static final int ST = 2;
    private static final String[] VALUES = {"", "0", "-1", "A", "ZZ", "20261301", "D8", "99999999999999999999999999", "1.1.1",
        "é", "A:B", "A^B", ":::", "\t", "HC:17000:59", "ABK:L570", "XX", "1", "22", "85", "XXX"};

    private final String text;
    private final List<String> claims;

    private FuzzedFile(String text, List<String> claims) {
        this.text = text;
        this.claims = claims;
    }

    /** Mishaps to segments between ST and SE; the envelope stays whole. */
    public static FuzzedFile segments(Random random) {
        List<String> all = new ArrayList<>(Arrays.asList(clean(random).split("~")));
        for (int n = 1 + random.nextInt(SEGMENT_MISHAPS_MAX); n > 0; n--) {
            mishap(all.subList(ST + 1, all.size() - 3), random);
        }
        all.set(all.size() - 3, "SE*" + (all.size() - 4) + "*0001");
        List<String> claims = all.stream().filter(s -> s.startsWith("CLM*")).map(s -> (s + "*").split("\\*", 3)[1]).toList();
        return new FuzzedFile(String.join("~", all) + "~", claims);
    }

    /** Mishaps to bytes anywhere. */
    public static FuzzedFile bytes(Random random) {
        StringBuilder text = new StringBuilder(clean(random));
        for (int n = 1 + random.nextInt(BYTE_MISHAPS_MAX); n > 0; n--) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + 1 + random.nextInt(1 + random.nextInt(40)));
            switch (random.nextInt(6)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) random.nextInt(256));
                case 2 -> text.setCharAt(at, (char) random.nextInt(256));
                case 3 -> text.setCharAt(at, "*:~^\r\n".charAt(random.nextInt(6)));
                case 4 -> text.insert(at, text.substring(at, to));
                default -> text.delete(at, random.nextInt(4) == 0 ? text.length() : to);
            }
            if (text.length() == 0) {
                text.append('I');
            }
        }
        return new FuzzedFile(text.toString(), List.of());
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public String text() {
        return text;
    }

    /** CLM01 of each CLM segment. */
    public List<String> claims() {
        return claims;
    }

    private static String clean(Random random) {
        Interchange837 file = Interchange837.clean();
        for (int claim = random.nextInt(4); claim > 0; claim--) {
            file.before("SE", "CLM*ACCT-" + (claim + 1) + "*100***11:B:1*Y*A*Y*Y", "HI*ABK:L570", "NM1*82*1*DOE*JO****XX*1234567893",
                    "LX*1", "SV1*HC:17000*100*UN*1***1", "DTP*472*D8*20261110", "REF*6R*" + claim);
        }
        return file.text();
    }

    private static void mishap(List<String> segments, Random random) {
        int at = random.nextInt(segments.size());
        int other = random.nextInt(segments.size());
        switch (random.nextInt(6)) {
            case 0 -> segments.remove(at);
            case 1 -> segments.add(at, segments.get(other));
            case 2 -> java.util.Collections.swap(segments, at, other);
            case 3 -> segments.add(other, segments.remove(at));
            default -> segments.set(at, spoilt(segments.get(at), random));
        }
    }

    private static String spoilt(String segment, Random random) {
        List<String> elements = new ArrayList<>(Arrays.asList(segment.split("\\*", -1)));
        int at = 1 + random.nextInt(elements.size() + 1);
        while (elements.size() <= at) {
            elements.add("");
        }
        elements.set(at, VALUES[random.nextInt(VALUES.length)]);
        return String.join("*", elements);
    }
}
