package dev.claimgate.payer;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes a simulated payer's report in the dialect claim-lines: every claim accepted with a payer claim number, or rejected
 * for its member id.
 */
final class SimulatedClaimLines {
    private SimulatedClaimLines() {
    }

    static byte[] write(SimulatedInterchange seen, String rejectEnding, int controlNumber, ZonedDateTime now) {
        String today = Envelope.DAY.format(now);
        StringBuilder report = new StringBuilder(line("H", today, seen.originatorId()));
        int ordinal = 0;
        for (SimulatedClaim claim : seen.claims()) {
            boolean bad = !rejectEnding.isEmpty() && claim.patientControlNumber().endsWith(rejectEnding);
            String number = String.format("L%s%04d%05d", today.substring(2), controlNumber % 10_000, ++ordinal);
            report.append(line("C", claim.intermediaryNumber(), claim.patientControlNumber(), bad ? "" : number,
                    bad ? "REJ" : "ACC", bad ? "MEMBER" : "", today));
        }
        return report.append(line("T", Integer.toString(ordinal))).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** CLM01 may hold any character; a bar in one would be a border here. */
    private static String line(String... fields) {
        return Arrays.stream(fields).map(field -> field.replace('|', ' '))
                .collect(Collectors.joining("|", "", "\n"));
    }
}
