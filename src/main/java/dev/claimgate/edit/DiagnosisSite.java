package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * The site of a skin diagnosis is one of the sites of the procedure. A line that points to several diagnoses needs one that
 * fits. Where sites border the chart decides, so this warns. 2400 SV101-2; 277CA A8:488 + A8:454.
 */
final class DiagnosisSite extends ClaimEdit {
    private static final List<ClaimStatus> MISFIT = Statuses.of("A8:488", "A8:454");
    private static final DermatologyRow[] SITES = DermatologyRow.of("site");
    private static final long[] CATEGORIES = Stream.of("C43", "C44", "D03", "D04", "D22", "D23")
            .mapToLong(PackedText::pack).toArray();
    private static final long FIRST = Stream.of(SITES).mapToLong(DermatologyRow::first).min().orElseThrow();
    private static final long LAST = Stream.of(SITES).mapToLong(DermatologyRow::last).max().orElseThrow();
    private static final int SITE_CHARS = 4;
    private static final String NO_ONE_SITE = "89";

    @Override
    public String id() {
        return "diagnosis-site";
    }

    @Override
    public String explanation() {
        return "The site that a skin diagnosis names is one that the procedure code covers: trunk, arms and legs; scalp, neck,"
                + " hands, feet and genitalia; face, ears, eyelids, nose and lips.";
    }

    @Override
    public String source() {
        return "dermatology.csv, from CPT sections and the fourth character of C43, C44, D03, D04, D22, D23;"
                + " 005010X222A1, 2400 SV101";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(MISFIT);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            DermatologyRow row = Lines.billsHcpcs(line) ? DermatologyRow.find(SITES, line.procedure()) : null;
            if (row != null) {
                checkLine(claim, line, i, row, findings);
            }
        }
    }

    private static void checkLine(Claim claim, ServiceLine line, int index, DermatologyRow row, ClaimFindings findings) {
        long elsewhere = 0;
        for (int p = 0; p < line.pointerCount(); p++) {
            long diagnosis = DermatologyRow.diagnosis(claim, line, p);
            long site = site(diagnosis);
            if (site == 0 || row.holdsValue(site)) {
                return;
            }
            elsewhere = elsewhere == 0 ? diagnosis : elsewhere;
        }
        if (elsewhere != 0) {
            findings.line(index, line.servicePosition(), "SV101-2", MISFIT,
                    Shown.code(line.procedure()) + " stands beside " + Shown.code(elsewhere) + ", a diagnosis of another site",
                    "the code of the site, or the diagnosis of the lesion that was treated");
            suggest(line, index, row, elsewhere, findings);
        }
    }

    /** The same size in a range of the series that covers the site, where there is only one such range. */
    private static void suggest(ServiceLine line, int index, DermatologyRow row, long diagnosis, ClaimFindings findings) {
        List<DermatologyRow> fitting = Stream.of(SITES)
                .filter(other -> other.series().equals(row.series()) && other.holdsValue(site(diagnosis))).toList();
        if (fitting.size() == 1) {
            int size = number(line.procedure()) - number(row.first());
            findings.suggest(index, "bill %05d instead of %s".formatted(number(fitting.get(0).first()) + size,
                            Shown.code(line.procedure())),
                    "it is the code of that size for the site of " + Shown.code(diagnosis),
                    "the lesion was at the site that the diagnosis names");
        }
    }

    private static int number(long code) {
        return Integer.parseInt(PackedText.unpack(code));
    }

    /** Whether the code of a procedure covers some sites only. */
    static boolean namesSite(long procedure) {
        return procedure >= FIRST && procedure <= LAST && DermatologyRow.find(SITES, procedure) != null;
    }

    /** The character that names the site, packed; 0 if the code names no one site. */
    private static long site(long diagnosis) {
        long site = siteCharacter(diagnosis);
        return NO_ONE_SITE.indexOf((char) site) >= 0 ? 0 : site;
    }

    /** The character for the site in a skin diagnosis, packed; 0 for other diagnoses. */
    static long siteCharacter(long diagnosis) {
        int more = PackedText.length(diagnosis) - SITE_CHARS;
        for (long category : CATEGORIES) {
            if (more >= 0 && DermatologyRow.begins(diagnosis, category)) {
                return diagnosis >>> 8 * more & 0xff;
            }
        }
        return 0;
    }
}
