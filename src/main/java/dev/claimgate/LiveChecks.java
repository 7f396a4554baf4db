package dev.claimgate;

import dev.claimgate.claim.Claim;
import dev.claimgate.cli.FileVerdict;
import dev.claimgate.console.ClaimChecks;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.partner.Partner;
import dev.claimgate.validation.CodingCheck;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Checks by the engine of the pipeline: the same rules, the release of the code tables that is in use. */
final class LiveChecks implements ClaimChecks {
    private final ValidationEngine engine;
    private final Clock clock;

    LiveChecks(ValidationEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public List<ClaimFinding> coding(Partner partner, Claim claim) {
        return new CodingCheck(engine.rulesFor(partner), LocalDate.now(clock)).findings(claim);
    }

    @Override
    public String codeTables() {
        return engine.codeTablesInUse();
    }

    @Override
    public byte[] file(Partner partner, byte[] file) {
        return FileVerdict.json(engine.rulesFor(partner), LocalDate.now(clock), engine.history(), codeTables(),
                file);
    }
}
