package dev.claimgate.claim;

/**
 * What has to be looked up before a claim is judged.
 *
 * @param usage                ISA15
 * @param identity             its patient ({@link PatientIdentity}), empty if it cannot be told
 * @param serviceFrom          first service day, {@code yyyymmdd}, 0 if none was sent
 * @param corrects             whether it replaces or voids another: only then the numbers are looked for
 * @param patientControlNumber CLM01; empty unless it corrects
 * @param originalNumber       REF*F8; empty unless it corrects
 */
public record ComingClaim(String usage, String identity, int serviceFrom, boolean corrects, String patientControlNumber,
                          String originalNumber) {
}
