package dev.claimgate.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A clean 837P interchange to spoil: segments can be replaced, dropped, added. SE01 follows the number of segments, unless a
 * test sets it.
 */
public final class Interchange837 {
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*NORTHSIDE      *ZZ*CLAIMGATE      *261120*0915*^*00501*000000101*1*T*:";
    private final List<String> segments = new ArrayList<>(List.of(
            ISA,
            "GS*HC*NORTHSIDE*CLAIMGATE*20261120*0915*101*X*005010X222A1",
            "ST*837*0001*005010X222A1",
            "BHT*0019*00*BATCH-1*20261120*0915*CH",
            "NM1*41*2*NORTHSIDE DERMATOLOGY*****46*NORTHSIDE",
            "PER*IC*BILLING OFFICE*TE*5555550100",
            "NM1*40*2*CLAIMGATE*****46*CLAIMGATE",
            "HL*1**20*1",
            "NM1*85*2*NORTHSIDE DERMATOLOGY*****XX*1234567893",
            "N3*1 MAIN ST",
            "N4*ANYTOWN*OH*432151234",
            "REF*EI*123456789",
            "HL*2*1*22*0",
            "SBR*P*18*******CI",
            "NM1*IL*1*DOE*JANE****MI*W123456789",
            "N3*2 ELM ST",
            "N4*ANYTOWN*OH*43215",
            "DMG*D8*19800101*F",
            "NM1*PR*2*EVERGREEN HEALTH*****PI*60054",
            "CLM*ACCT-1*150***11:B:1*Y*A*Y*Y",
            "HI*ABK:L570",
            "LX*1",
            "SV1*HC:17000*100*UN*1***1",
            "DTP*472*D8*20261110",
            "LX*2",
            "SV1*HC:17003*50*UN*2***1",
            "DTP*472*D8*20261110",
            "SE*@*0001",
            "GE*1*101",
            "IEA*1*000000101"));
    private String terminator = "~";

    private Interchange837() {
    }

    public static Interchange837 clean() {
        return new Interchange837();
    }

    /** An interchange around one transaction set, whose ST and SE are put right. */
    public static String around(List<String> set) {
        List<String> all = new ArrayList<>(List.of(ISA, "GS*HC*NORTHSIDE*CLAIMGATE*20261120*0915*101*X*005010X222A1",
                "ST*837*0001*005010X222A1"));
        all.addAll(set.subList(1, set.size() - 1));
        all.addAll(List.of("SE*" + set.size() + "*0001", "GE*1*101", "IEA*1*000000101", ""));
        return String.join("~", all);
    }

    /** Replaces the first segment that begins so. */
    public Interchange837 replace(String start, String... by) {
        int at = indexOf(start);
        segments.remove(at);
        segments.addAll(at, List.of(by));
        return this;
    }

    public Interchange837 drop(String start) {
        return replace(start);
    }

    public Interchange837 after(String start, String... added) {
        segments.addAll(indexOf(start) + 1, List.of(added));
        return this;
    }

    public Interchange837 before(String start, String... added) {
        segments.addAll(indexOf(start), List.of(added));
        return this;
    }

    public Interchange837 swapWithNext(String start) {
        int at = indexOf(start);
        java.util.Collections.swap(segments, at, at + 1);
        return this;
    }

    public Interchange837 terminatedBy(String terminator) {
        this.terminator = terminator;
        return this;
    }

    /** Segment position of the first segment that begins so, ST = 1. */
    public int position(String start) {
        return indexOf(start) - indexOf("ST*") + 1;
    }

    public Verdict verdict() {
        return Verdict.on(text());
    }

    public String text() {
        int count = indexOf("SE*") < 0 ? 0 : indexOf("SE*") - indexOf("ST*") + 1;
        return segments.stream().map(s -> s.replace("SE*@", "SE*" + count)).collect(Collectors.joining(terminator, "", terminator));
    }

    private int indexOf(String start) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).startsWith(start)) {
                return i;
            }
        }
        if (start.equals("SE*")) {
            return -1;
        }
        throw new IllegalArgumentException("no segment begins with " + start);
    }
}
