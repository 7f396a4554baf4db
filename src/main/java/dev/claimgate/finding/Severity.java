package dev.claimgate.finding;

/** What a coding edit does to a claim: {@code REJECT} enters the 277CA, {@code WARN} never does, {@code OFF} is not run. */
public enum Severity { REJECT, WARN, OFF }
