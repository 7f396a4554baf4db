package dev.claimgate.sample;

import dev.claimgate.sample.Practice.Doctor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One planned claim; a fault may change it before it is written. */
final class SampleClaim {
    final String patientControlNumber;
    final List<String> diagnoses;
    List<SampleLine> lines;
    LocalDate serviceDate;
    String placeOfService = "11";
    long chargeCents;
    Optional<Doctor> rendering = Optional.empty();
    Optional<Doctor> referring = Optional.empty();

    SampleClaim(String patientControlNumber, List<String> diagnoses, List<SampleLine> lines, LocalDate serviceDate) {
        this.patientControlNumber = patientControlNumber;
        this.diagnoses = diagnoses;
        this.lines = lines;
        this.serviceDate = serviceDate;
        balance();
    }

    void balance() {
        chargeCents = lines.stream().mapToLong(SampleLine::chargeCents).sum();
    }
}
