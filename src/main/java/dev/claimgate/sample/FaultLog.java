package dev.claimgate.sample;

/** Hears which claim was given which fault. */
@FunctionalInterface
public interface FaultLog {
    /** For callers that need no log. */
    FaultLog NONE = (patientControlNumber, fault) -> { };

    /** @param patientControlNumber CLM01 of the claim */
    void faulted(String patientControlNumber, SampleFault fault);
}
