package dev.claimgate.sample;

import dev.claimgate.sample.SampleNames.Town;
import java.util.ArrayList;
import java.util.List;

/**
 * A billing provider.
 *
 * @param doctors who renders; empty when the practice is one person who bills under his own NPI
 */
record Practice(String name, String firstName, String npi, String taxId, String street, Town town, String zipExtension,
                List<Doctor> doctors) {
    /** Dermatology in the provider taxonomy. */
    static final String TAXONOMY = "207N00000X";

    /** A rendering provider. */
    record Doctor(String lastName, String firstName, String npi) {
        static Doctor random(SampleRandom random) {
            return new Doctor(random.pick(SampleNames.LAST), random.pick(SampleNames.FIRST), Npi.random(random));
        }
    }

    boolean person() {
        return doctors.isEmpty();
    }

    static Practice random(SampleRandom random) {
        boolean person = random.chance(0.15);
        List<Doctor> doctors = new ArrayList<>();
        for (int i = person ? 0 : random.between(1, 6); i > 0; i--) {
            doctors.add(Doctor.random(random));
        }
        String name = person ? random.pick(SampleNames.LAST) : random.pick(SampleNames.PRACTICES) + " DERMATOLOGY";
        return new Practice(name, person ? random.pick(SampleNames.FIRST) : "", Npi.random(random),
                "9" + random.digits(8), SampleNames.street(random), random.pick(SampleNames.TOWNS),
                random.between(1000, 9998) + "", List.copyOf(doctors));
    }
}
