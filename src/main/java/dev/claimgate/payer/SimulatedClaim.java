package dev.claimgate.payer;

import java.math.BigDecimal;
import java.util.List;

/** A claim that a simulated payer was sent: what its answer needs. */
final class SimulatedClaim {
    private final String patientControlNumber;
    private final BigDecimal charge;
    private final List<String> provider;
    private final List<String> patient;
    private final List<String> subscriber;
    String intermediaryNumber = "";
    String serviceDateFormat = "";
    String serviceDate = "";
    boolean inLines;

    SimulatedClaim(String patientControlNumber, BigDecimal charge, List<String> provider, List<String> patient,
              List<String> subscriber) {
        this.patientControlNumber = patientControlNumber;
        this.charge = charge;
        this.provider = provider;
        this.patient = patient;
        this.subscriber = subscriber;
    }

    String patientControlNumber() {
        return patientControlNumber;
    }

    BigDecimal charge() {
        return charge;
    }

    List<String> provider() {
        return provider;
    }

    List<String> patient() {
        return patient;
    }

    List<String> subscriber() {
        return subscriber;
    }

    String intermediaryNumber() {
        return intermediaryNumber;
    }

    String serviceDateFormat() {
        return serviceDateFormat;
    }

    String serviceDate() {
        return serviceDate;
    }
}
