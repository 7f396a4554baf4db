package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * In a hospital the technical component is the hospital's: a practitioner bills a service of both components with 26. A
 * practitioner may own the equipment, so this warns. 2400 SV101-3 and SV105; 277CA A8:453 + A8:249.
 */
final class ProfessionalPartPlace extends ClaimEdit {
    private static final List<ClaimStatus> WHOLE_SERVICE = Statuses.of("A8:453", "A8:249");
    private static final long INPATIENT = PackedText.pack("21");
    private static final long OUTPATIENT = PackedText.pack("22");
    private static final long EMERGENCY = PackedText.pack("23");
    private static final long PROFESSIONAL = PackedText.pack("26");
    private static final long TECHNICAL = PackedText.pack("TC");

    @Override
    public String id() {
        return "professional-part-place";
    }

    @Override
    public String explanation() {
        return "A service with a professional and a technical component carries 26 in a hospital (place of service 21, 22 or"
                + " 23).";
    }

    @Override
    public String source() {
        return "CMS claims processing manual, chapter 13, 20.1; PC/TC indicator 1 of the fee schedule; 005010X222A1, 2400 SV101"
                + " and SV105, 2300 CLM05-1";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WHOLE_SERVICE);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            long place = Lines.place(claim, line);
            if ((place == INPATIENT || place == OUTPATIENT || place == EMERGENCY) && context.billsKnownCode(i)
                    && context.procedure(i).indicators().pctc() == 1 && !line.hasModifier(PROFESSIONAL)
                    && !line.hasModifier(TECHNICAL)) {
                report(line, i, place, context, findings);
            }
        }
    }

    private static void report(ServiceLine line, int i, long place, EditContext context, ClaimFindings findings) {
        findings.line(i, line.servicePosition(), "SV101-3", WHOLE_SERVICE,
                Shown.code(line.procedure()) + " stands without 26 on a service at place " + Shown.code(place),
                "modifier 26: the hospital bills the technical component");
        findings.cite(context.tables().citations().procedure(context.code(i), line.dateFrom(), "PC/TC 1"));
        if (line.modifierCount() < ServiceLine.MODIFIERS_MAX) {
            findings.suggest(i, "add modifier 26", "in a hospital a practitioner bills the professional component",
                    "the practitioner interpreted the test and wrote a report; staff and equipment were the hospital's");
        }
    }
}
