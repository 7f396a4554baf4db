package dev.claimgate.sample;

import dev.claimgate.sample.SampleNames.Town;
import dev.claimgate.x12.SegmentWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Transaction sets: header, levels, and the claims beneath them. */
final class SetWriter {
    /** Most claims that one billing provider has in a row. */
    private static final int CLAIMS_PER_PRACTICE_MAX = 300;

    private final SegmentWriter out;
    private final SampleOptions options;
    private final SampleRandom random;
    private final Practices practices;
    private final ClaimPlanner planner;
    private final ClaimWriter claims;
    private long written;
    private int level;

    SetWriter(SegmentWriter out, SampleOptions options, SampleRandom random, Practices practices, ClaimPlanner planner) {
        this.out = out;
        this.options = options;
        this.random = random;
        this.practices = practices;
        this.planner = planner;
        claims = new ClaimWriter(out);
    }

    void write(int ordinal, int claimCount) {
        String control = String.format(Locale.ROOT, "%04d", ordinal);
        out.resetSegmentCount();
        header(control, ordinal);
        level = 0;
        for (int left = claimCount; left > 0;) {
            int ofPractice = Math.min(left, random.between(Math.min(20, left), CLAIMS_PER_PRACTICE_MAX));
            practice(practices.next(), ofPractice);
            left -= ofPractice;
        }
        out.segment("SE").element(out.segmentCount() + 1L).element(control).end();
    }

    private void header(String control, int ordinal) {
        String day = options.date().format(DateTimeFormatter.BASIC_ISO_DATE);
        out.segment("ST").element("837").element(control).element("005010X222A1").end();
        out.segment("BHT").element("0019").element("00").element("B" + options.seed() + "S" + ordinal)
                .element(day).element("0600").element("CH").end();
        out.segment("NM1").element("41").element("2").element("NORTHSIDE BILLING SERVICE").skip(4)
                .element("46").element(options.sender()).end();
        out.segment("PER").element("IC").element("CLAIMS DESK").element("TE").element("5550100200").end();
        out.segment("NM1").element("40").element("2").element("CLAIMGATE").skip(4)
                .element("46").element(options.receiver()).end();
    }

    private void practice(Practice practice, int claimCount) {
        int id = ++level;
        out.segment("HL").element(id).skip(1).element("20").element("1").end();
        out.segment("PRV").element("BI").element("PXC").element(Practice.TAXONOMY).end();
        out.segment("NM1").element("85").element(practice.person() ? "1" : "2").element(practice.name())
                .element(practice.firstName()).skip(3).element("XX").element(practice.npi()).end();
        out.segment("N3").element(practice.street()).end();
        Town town = practice.town();
        out.segment("N4").element(town.city()).element(town.state()).element(town.zip() + practice.zipExtension()).end();
        out.segment("REF").element("EI").element(practice.taxId()).end();
        for (int left = claimCount; left > 0;) {
            int ofSubscriber = Math.min(left, random.chance(0.08) ? 2 : 1);
            subscriber(practice, id, ofSubscriber);
            left -= ofSubscriber;
        }
    }

    private void subscriber(Practice practice, int parent, int claimCount) {
        boolean dependent = random.chance(0.25);
        SamplePayer payer = options.payers().get((int) (written % options.payers().size()));
        int id = ++level;
        out.segment("HL").element(id).element(parent).element("22").element(dependent ? "1" : "0").end();
        out.segment("SBR").element("P").element(dependent ? "" : "18")
                .element(random.chance(0.6) ? "G" + random.digits(6) : "").skip(5).element(payer.filingIndicator()).end();
        String lastName = random.pick(SampleNames.LAST);
        out.segment("NM1").element("IL").element("1").element(lastName).element(random.pick(SampleNames.FIRST))
                .element(initial()).skip(2).element("MI").element("W" + random.digits(9)).end();
        if (!dependent) {
            person(18, 90);
        }
        payer(payer);
        if (dependent) {
            patient(id, lastName);
        }
        for (int i = 0; i < claimCount; i++) {
            claims.write(planner.plan(practice, ++written, i > 0), practice);
        }
    }

    private void payer(SamplePayer payer) {
        out.segment("NM1").element("PR").element("2").element(payer.name()).skip(4).element("PI").element(payer.payerId())
                .end();
        out.segment("N3").element("PO BOX " + payer.postBox()).end();
        out.segment("N4").element("HARTFORD").element("CT").element("06101").end();
    }

    private void patient(int parent, String lastName) {
        boolean child = random.chance(0.6);
        out.segment("HL").element(++level).element(parent).element("23").element("0").end();
        out.segment("PAT").element(child ? "19" : "01").end();
        out.segment("NM1").element("QC").element("1").element(lastName).element(random.pick(SampleNames.FIRST)).end();
        person(child ? 1 : 20, child ? 18 : 90);
    }

    private String initial() {
        return random.chance(0.4) ? String.valueOf((char) random.between('A', 'W')) : "";
    }

    /** N3, N4 and DMG of somebody between two ages. */
    private void person(int ageMin, int ageMax) {
        Town town = random.pick(SampleNames.TOWNS);
        LocalDate born = options.date().minusYears(random.between(ageMin, ageMax)).minusDays(random.between(30, 360));
        out.segment("N3").element(SampleNames.street(random)).end();
        out.segment("N4").element(town.city()).element(town.state()).element(town.zip()).end();
        out.segment("DMG").element("D8").element(born.format(DateTimeFormatter.BASIC_ISO_DATE))
                .element(random.chance(0.5) ? "F" : "M").end();
    }
}
