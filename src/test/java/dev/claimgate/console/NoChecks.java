package dev.claimgate.console;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.partner.Partner;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds nothing, for tests of what stands around the checks. */
final class NoChecks implements ClaimChecks {
    static final int BODY_BYTES_MAX = 2000;

    static CheckHandlers handlers() {
        return new CheckHandlers(new NoChecks(), BODY_BYTES_MAX);
    }

    @Override
    public List<ClaimFinding> coding(Partner partner, Claim claim) {
        return List.of();
    }

    @Override
    public String codeTables() {
        return "made up, for " + NoChecks.class.getSimpleName();
    }

    @Override
    public byte[] file(Partner partner, byte[] file) {
        return ("{\"partner\":\"" + partner.id() + "\",\"bytes\":" + file.length + "}").getBytes(StandardCharsets.UTF_8);
    }
}
