package dev.claimgate.sample;

import dev.claimgate.sample.Practice.Doctor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plans claims one after another: numbers, diagnoses, lines, dates, providers. */
final class ClaimPlanner {
    private static final String HOSPITAL = "22";
    private static final int DAYS_BACK_MAX = 21;
    private static final int DAYS_BETWEEN_MAX = 9;

    private final SampleCodes codes;
    private final SampleOptions options;
    private final SampleRandom random;
    private final LinePlanner lines;
    private final FaultMaker faults;
    private final FaultLog log;
    private final String prefix;
    private LocalDate lastServed;

    ClaimPlanner(SampleCodes codes, SampleOptions options, SampleRandom random, FaultLog log) {
        this.codes = codes;
        this.options = options;
        this.random = random;
        this.log = log;
        prefix = "D" + Integer.toString(options.seed(), Character.MAX_RADIX).toUpperCase(Locale.ROOT) + "N";
        lines = new LinePlanner(codes, random);
        faults = new FaultMaker(codes, random);
    }

    /**
     * @param again whether the patient is that of the claim before: then the services are earlier ones, so that neither bears
     *              upon the other
     */
    SampleClaim plan(Practice practice, long number, boolean again) {
        List<String> diagnoses = diagnoses();
        SampleClaim claim = new SampleClaim(prefix + number, diagnoses, lines.plan(), served(again));
        for (SampleLine line : claim.lines) {
            point(line, diagnoses.size());
            Dermatology.fittingDiagnosis(line.code).ifPresent(fitting -> pointTo(claim, line, fitting));
        }
        claim.placeOfService = random.chance(0.9) ? "11" : HOSPITAL;
        if (claim.placeOfService.equals(HOSPITAL)) {
            claim.lines.stream().filter(line -> line.components).forEach(line -> line.addModifier("26"));
        }
        LineOrder.sort(claim.lines, claim.placeOfService.equals(HOSPITAL));
        if (!practice.person()) {
            claim.rendering = Optional.of(random.pick(practice.doctors()));
        }
        if (random.chance(0.1)) {
            claim.referring = Optional.of(Doctor.random(random));
        }
        if (options.faultRate() > 0 && random.chance(options.faultRate())) {
            log.faulted(claim.patientControlNumber, faults.spoil(claim));
        }
        return claim;
    }

    private LocalDate served(boolean again) {
        lastServed = again ? lastServed.minusDays(random.between(2, DAYS_BETWEEN_MAX))
                : options.date().minusDays(random.between(1, DAYS_BACK_MAX));
        return lastServed;
    }

    private List<String> diagnoses() {
        int wanted = random.chance(0.55) ? 1 : random.between(2, 4);
        List<String> diagnoses = new ArrayList<>(wanted);
        while (diagnoses.size() < wanted) {
            String code = random.pick(random.chance(0.8) ? codes.everydayDiagnoses() : codes.diagnoses());
            if (!diagnoses.contains(code)) {
                diagnoses.add(code);
            }
        }
        return diagnoses;
    }

    private static void pointTo(SampleClaim claim, SampleLine line, String diagnosis) {
        if (!claim.diagnoses.contains(diagnosis)) {
            claim.diagnoses.add(diagnosis);
        }
        line.pointers.clear();
        line.pointers.add(claim.diagnoses.indexOf(diagnosis) + 1);
    }

    private void point(SampleLine line, int diagnoses) {
        int first = random.between(1, diagnoses);
        line.pointers.add(first);
        if (diagnoses > 1 && random.chance(0.3)) {
            line.pointers.add(first % diagnoses + 1);
        }
    }
}
