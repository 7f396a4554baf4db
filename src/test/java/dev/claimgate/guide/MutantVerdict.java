package dev.claimgate.guide;

import dev.claimgate.finding.ElementFinding;
import dev.claimgate.finding.SegmentFinding;
import dev.claimgate.finding.SetCode;
import dev.claimgate.validation.Interchange837;
import dev.claimgate.validation.SetReport;
import dev.claimgate.validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine says to a made-up transaction set. */
final class MutantVerdict {
    private static final Pattern CODE = Pattern.compile("=(I?)[0-9]");

    private MutantVerdict() {
    }

    /**
     * Without what situational rules say: the sets are made from structure alone, and those rules have tests of their own.
     * Its faults as {@code NM1@8 2010AA 8 NM109=5/67}, and IK502 if that is not what follows
     * from them.
     */
    static List<String> on(List<String> segments) {
        Verdict verdict = Verdict.on(Interchange837.around(segments));
        List<String> lines = new ArrayList<>();
        for (SetReport set : verdict.sets) {
            set.findings().stream().filter(MutantVerdict::ofStructure).forEach(finding -> lines.add(structureLine(finding)));
            List<String> codes = set.codes().stream().map(SetCode::code).toList();
            if (!codes.equals(setCodes(set.findings().stream().map(MutantVerdict::line).toList()))) {
                lines.add("IK5 " + codes);
            }
        }
        return lines;
    }

    private static boolean ofStructure(SegmentFinding finding) {
        return finding.trigger() == null || finding.elements().stream().anyMatch(element -> element.trigger() == null);
    }

    private static String structureLine(SegmentFinding finding) {
        return line(finding, finding.elements().stream().filter(element -> element.trigger() == null).toList());
    }

    /** 5 if a fault breaks the base standard, I5 if one breaks only the guide. */
    private static List<String> setCodes(List<String> faults) {
        Set<String> codes = new TreeSet<>();
        for (String fault : faults) {
            String segmentCode = fault.split(" ")[2];
            String all = segmentCode.equals("8") ? fault.substring(fault.indexOf('=')) : "=" + segmentCode;
            Matcher code = CODE.matcher(all);
            while (code.find()) {
                codes.add(code.group(1).isEmpty() ? "5" : "I5");
            }
        }
        return codes.stream().toList();
    }

    private static String line(SegmentFinding finding) {
        return line(finding, finding.elements());
    }

    private static String line(SegmentFinding finding, List<ElementFinding> elements) {
        StringBuilder line = new StringBuilder(finding.segmentId()).append('@').append(finding.position()).append(' ')
                .append(finding.loop()).append(' ').append(finding.code().code());
        for (ElementFinding element : elements) {
            line.append(' ').append(element.reference(finding.segmentId())).append('=').append(element.code().code())
                    .append('/').append(element.dataElement());
        }
        return line.toString();
    }
}
