package dev.claimgate.ack;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import dev.claimgate.x12.SegmentWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Loop 2220D of the 277CA: a service line that is the reason why its claim is rejected, and no other line. */
final class LineAnswer {
    /** STC01, STC10 and STC11; the loop takes one STC only. */
    private static final int STATUSES_MAX = 3;
    private static final int MODIFIERS_FROM = 2;
    private static final Set<String> QUALIFIERS = Set.of("AD", "ER", "HC", "HP", "IV", "NU", "WK");

    private final String date;

    LineAnswer(String date) {
        this.date = date;
    }

    void write(Section section, Claim claim, List<ClaimFinding> findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            List<ClaimStatus> statuses = statuses(i + 1, findings);
            if (!statuses.isEmpty()) {
                write(section, claim.line(i), i + 1, statuses);
            }
        }
    }

    private static List<ClaimStatus> statuses(int line, List<ClaimFinding> findings) {
        Set<ClaimStatus> statuses = new LinkedHashSet<>();
        for (ClaimFinding finding : findings) {
            if (finding.rejects() && finding.line() == line) {
                statuses.addAll(finding.statuses());
            }
        }
        return statuses.stream().limit(STATUSES_MAX).toList();
    }

    private void write(Section section, ServiceLine line, int ordinal, List<ClaimStatus> statuses) {
        SegmentWriter service = section.segment("SVC").composite(procedure(line)).decimal(line.chargeCents(), 2);
        if (line.unitsThousandths() != 0) {
            service.skip(4).decimal(line.unitsThousandths(), 3);
        }
        service.end();
        Statuses.write(section, statuses, date, Statuses.REJECT);
        section.segment("REF").element("FJ").element(reference(line, ordinal)).end();
        Days.write(section, line.dateFrom(), line.dateTo());
    }

    private static String[] procedure(ServiceLine line) {
        String[] procedure = new String[MODIFIERS_FROM + line.modifierCount()];
        String qualifier = PackedText.unpack(line.procedureQualifier());
        procedure[0] = QUALIFIERS.contains(qualifier) ? qualifier : "HC";
        procedure[1] = code(line.procedure(), "UNKNOWN");
        for (int i = 0; i < line.modifierCount(); i++) {
            procedure[MODIFIERS_FROM + i] = code(line.modifier(i), "");
        }
        return procedure;
    }

    /** A text that was too long to be packed is told by nothing; an id must stand there all the same. */
    private static String code(long packed, String otherwise) {
        return packed <= 0 ? otherwise : PackedText.unpack(packed);
    }

    /** The submitter's number for the line (REF*6R of the 837), else its LX number. */
    private static String reference(ServiceLine line, int ordinal) {
        if (!line.controlNumber().isEmpty()) {
            return line.controlNumber().toString();
        }
        return Integer.toString(line.number() > 0 ? line.number() : ordinal);
    }
}
