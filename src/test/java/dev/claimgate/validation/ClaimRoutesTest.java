package dev.claimgate.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.ClaimStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A claim whose payer is reached by nobody. */
class ClaimRoutesTest {
    @Test
    void shouldRejectTheClaimAndNotItsNeighbours() throws Exception {
        byte[] file = Files.readAllBytes(Path.of("conf/demo/01-two-clean-claims.edi"));
        ValidationRules all = Verdict.rules();
        List<String> usages = new ArrayList<>();
        ValidationRules rules = new ValidationRules(all.guide(), all.edits(), all.tables(), all.policy(), (claim, usage) -> {
            usages.add(usage);
            return claim.payer().id().toString().equals("LKS01") ? Optional.of(ClaimStatus.of("A7:153:PR")) : Optional.empty();
        });
        List<String> verdicts = new ArrayList<>();
        List<Integer> accepted = new ArrayList<>();
        FileValidator validator = new FileValidator(rules, InterchangeRegister.NONE, LocalDate.of(2026, 11, 23),
                new ReportListener() {
                    @Override
                    public void claim(Claim claim, List<ClaimFinding> findings,
                                      boolean ok) {
                        verdicts.add(claim.payer().id() + " " + ok + " " + findings.stream().filter(f -> f.rejects())
                                .map(f -> f.edit() + " " + f.statuses()).toList());
                    }

                    @Override
                    public void setClosed(SetReport report) {
                        accepted.add(report.claimsAccepted());
                    }
                });

        validator.feed(file, 0, file.length);
        validator.finish();

        assertThat(verdicts).containsExactlyInAnyOrder("EVG01 true []", "LKS01 false [payer-route [A7:153:PR]]");
        assertThat(accepted).containsExactly(1);
        assertThat(usages).containsOnly(new String(file, StandardCharsets.ISO_8859_1).substring(102, 103));
    }
}
