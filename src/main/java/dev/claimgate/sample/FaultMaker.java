package dev.claimgate.sample;

import dev.claimgate.sample.Practice.Doctor;
import dev.claimgate.sample.SampleCodes.CodePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes one thing wrong with a claim, so that a check has exactly that to find. */
final class FaultMaker {
    private static final SampleFault[] FAULTS = SampleFault.values();

    private final SampleCodes codes;
    private final SampleRandom random;
    private final List<SampleProcedure> addOns;

    FaultMaker(SampleCodes codes, SampleRandom random) {
        this.codes = codes;
        this.random = random;
        addOns = codes.addOns().values().stream().flatMap(List::stream).distinct()
                .sorted((a, b) -> a.code().compareTo(b.code())).toList();
    }

    SampleFault spoil(SampleClaim claim) {
        SampleFault fault = FAULTS[random.below(FAULTS.length)];
        spoil(claim, fault);
        return fault;
    }

    void spoil(SampleClaim claim, SampleFault fault) {
        SampleLine first = claim.lines.get(0);
        switch (fault) {
            case NPI_CHECK_DIGIT -> spoilNpi(claim);
            case UNBALANCED -> claim.chargeCents += 1_000;
            case UNKNOWN_PROCEDURE -> replace(claim, new SampleProcedure("1" + random.digits(3) + "Z", false, 1, List.of()));
            case UNKNOWN_DIAGNOSIS -> claim.diagnoses.set(0, "L99" + random.digits(3) + "Z");
            case POINTER_WITHOUT_DIAGNOSIS -> first.pointers.set(0, claim.diagnoses.size() + 1);
            case UNKNOWN_MODIFIER -> first.modifiers.add("0" + random.digits(1));
            case REPEATED_MODIFIER -> repeatModifier(first);
            case NCCI_PAIR -> replace(claim, random.pick(codes.forbiddenPairs()));
            case NCCI_PAIR_WITHOUT_MODIFIER -> replace(claim, random.pick(codes.modifierPairs()));
            case ADD_ON_WITHOUT_PRIMARY -> replace(claim, random.pick(addOns));
            case TOO_MANY_UNITS -> tooManyUnits(claim);
            case UNKNOWN_PLACE -> claim.placeOfService = "98";
            case FUTURE_DATE -> claim.serviceDate = claim.serviceDate.plusYears(5);
        }
    }

    private void spoilNpi(SampleClaim claim) {
        Doctor doctor = claim.rendering.orElseGet(() -> Doctor.random(random));
        claim.rendering = Optional.of(new Doctor(doctor.lastName(), doctor.firstName(), Npi.spoiled(doctor.npi())));
    }

    private static void repeatModifier(SampleLine line) {
        if (line.modifiers.isEmpty()) {
            line.addModifier(line.evaluation ? "25" : "59");
        }
        line.modifiers.add(line.modifiers.get(0));
    }

    private static void tooManyUnits(SampleClaim claim) {
        SampleLine line = claim.lines.get(claim.lines.size() - 1);
        line.units = line.unitsMax + 1;
        claim.balance();
    }

    private static void replace(SampleClaim claim, CodePair pair) {
        replace(claim, pair.columnOne());
        SampleLine second = new SampleLine(pair.columnTwo());
        second.pointers.add(1);
        claim.lines.add(second);
        claim.balance();
        claim.lines.forEach(line -> line.modifiers.clear());
    }

    private static void replace(SampleClaim claim, SampleProcedure procedure) {
        SampleLine only = new SampleLine(procedure);
        only.pointers.add(1);
        claim.lines = new ArrayList<>(List.of(only));
        claim.balance();
    }
}
