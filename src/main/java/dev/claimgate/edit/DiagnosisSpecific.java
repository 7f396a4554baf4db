package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;

/**
 * Where the procedure says which site was treated, its skin diagnosis names site and side, too: codes of an unspecified site or
 * side are billable, but payers take them for a gap in the record. 2400 SV107; 277CA A8:488.
 */
final class DiagnosisSpecific extends ClaimEdit {
    private static final List<ClaimStatus> VAGUE = Statuses.of("A8:488");
    private static final long UNSPECIFIED_SITE = '9';
    private static final int CATEGORY_CHARS = 3;

    @Override
    public String id() {
        return "diagnosis-specific";
    }

    @Override
    public String explanation() {
        return "A procedure whose code names the site points to a skin diagnosis that names site and side as well.";
    }

    @Override
    public String source() {
        return "dermatology.csv and sides.csv, from ICD-10-CM codes of an unspecified site (C43.9, C44.9, D03.9, D04.9, D22.9,"
                + " D23.9) or side; ICD-10-CM guidelines, I.B.2; 005010X222A1, 2400 SV107";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(VAGUE);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (Lines.billsHcpcs(line) && DiagnosisSite.namesSite(line.procedure())) {
                checkLine(claim, i, findings);
            }
        }
    }

    private static void checkLine(Claim claim, int i, ClaimFindings findings) {
        ServiceLine line = claim.line(i);
        for (int p = 0; p < line.pointerCount(); p++) {
            long diagnosis = DermatologyRow.diagnosis(claim, line, p);
            boolean noSite = DiagnosisSite.siteCharacter(diagnosis) == UNSPECIFIED_SITE;
            if (noSite || DiagnosisSides.of(diagnosis) == DiagnosisSides.Side.UNSPECIFIED) {
                report(line, i, diagnosis, noSite ? "site" : "side", findings);
                return;
            }
        }
    }

    private static void report(ServiceLine line, int i, long diagnosis, String what, ClaimFindings findings) {
        String code = Shown.code(diagnosis);
        findings.line(i, line.servicePosition(), "SV107", VAGUE,
                Shown.code(line.procedure()) + " points to " + code + ", which leaves the " + what + " open",
                "the diagnosis of the " + what);
        findings.suggest("send the diagnosis of the " + what + " in place of " + code
                        + (what.equals("site") ? ", of those that begin with " + code.substring(0, CATEGORY_CHARS) : ""),
                "the procedure was done at a known " + what, "the " + what + " of the lesion");
    }
}
