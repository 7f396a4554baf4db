package dev.claimgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.config.ConfigException;
import dev.claimgate.config.Faults;
import dev.claimgate.config.YamlFile;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.Severity;
import dev.claimgate.validation.EditsByPayer;
import dev.claimgate.validation.Interchange837;
import dev.claimgate.validation.ValidationRules;
import dev.claimgate.validation.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The payer to whom a claim goes decides what an edit does to it, before partner and gateway. */
class PayerEditsTest {
    private static final String PAYERS = """
            editProfiles:
              - {name: lenient, edits: {units-limit: off, claim-balance: warn}}
              - {name: strict, edits: {units-limit: reject}}
            payers:
              - {id: lenient-plan, name: L, payerIds: [P1], editProfile: lenient, %1$s}
              - {id: strict-plan, name: S, payerIds: [P2], editProfile: strict, %1$s}
              - {id: strict-medicare, name: S, payerIds: [P2], linesOfBusiness: [MB], editProfile: lenient, %1$s}
              - {id: plain-plan, name: P, payerIds: [P3], %1$s}
            """.formatted("url: 'http://127.0.0.1:1/x12', sender: {qualifier: ZZ, id: GATE}, receiver: {qualifier: ZZ, id: PAY}");

    @TempDir
    Path home;

    private PayerDirectory read(String yaml) throws IOException {
        Files.writeString(home.resolve("payers.yaml"), yaml);
        Faults faults = new Faults();
        PayerDirectory payers = PayerDirectory.read(new YamlFile(home, Map.of(), faults).read(Path.of("payers.yaml")),
                Set.of(), Map.of(), home);
        faults.throwIfAny();
        return payers;
    }

    /** What a claim with too many units for this payer suffers, where the partner lets units warn. */
    private Map<String, Severity> verdict(String payerId, String business) throws IOException {
        Map<String, Severity> partner = Map.of("units-limit", Severity.WARN);
        return verdict(new PayerEdits(read(PAYERS), partner), payerId, business);
    }

    private static Map<String, Severity> verdict(EditsByPayer edits, String payerId, String business) {
        ValidationRules all = Verdict.rules();
        Interchange837 file = Interchange837.clean().replace("SV1*HC:17003", "SV1*HC:17003*50*UN*14***1")
                .replace("NM1*PR", "NM1*PR*2*PLAN*****PI*" + payerId).replace("SBR*P", "SBR*P*18*******" + business);
        Map<String, Severity> found = new TreeMap<>();
        Verdict verdict = Verdict.on(file.text(), new ValidationRules(all.guide(), edits, all.tables(), all.policy()));
        assertThat(verdict.faults()).isEmpty();
        for (ClaimFinding finding : verdict.claims.get(0).findings()) {
            found.put(finding.edit(), finding.severity());
        }
        return found;
    }

    @Test
    void shouldLetThePayersProfileGoBeforeThePartners() throws IOException {
        assertThat(verdict("P1", "CI")).doesNotContainKey("units-limit");
        assertThat(verdict("P2", "CI")).containsEntry("units-limit", Severity.REJECT);
    }

    @Test
    void shouldLeaveToThePartnerWhatNoProfileNames() throws IOException {
        assertThat(verdict("P3", "CI")).containsEntry("units-limit", Severity.WARN);
        assertThat(verdict("NOBODY", "CI")).containsEntry("units-limit", Severity.WARN);
    }

    @Test
    void shouldTellPayersOfOneIdApartByTheLineOfBusiness() throws IOException {
        assertThat(verdict("P2", "MB")).doesNotContainKey("units-limit");
    }

    @Test
    void shouldLookUpAPayerOnceAFile() throws IOException {
        PayerEdits edits = new PayerEdits(read(PAYERS), Map.of());
        int[] asked = {0};
        EditsByPayer counting = (claim, usage) -> {
            asked[0]++;
            return edits.of(claim, usage);
        };
        ValidationRules all = Verdict.rules();
        String twice = Interchange837.clean().before("SE*", "CLM*ACCT-2*100***11:B:1*Y*A*Y*Y", "HI*ABK:L570", "LX*1",
                "SV1*HC:17000*100*UN*1***1", "DTP*472*D8*20261110").text();

        Verdict verdict = Verdict.on(twice, new ValidationRules(all.guide(), counting, all.tables(), all.policy()));

        assertThat(verdict.claims).hasSize(2);
        assertThat(asked[0]).isEqualTo(1);
    }

    @Test
    void shouldNameProfilesThatAreNotThere() {
        assertThatThrownBy(() -> read(PAYERS.replace("editProfile: strict", "editProfile: stict")
                .replace("name: lenient,", "name: strict,").replace("units-limit: off", "units: off")))
                .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(String.join("\n", e.faults())).contains(
                        "editProfiles[1].name is \"strict\" again, must be unique", "editProfiles[0].edits.units is an unknown key",
                        "payers[1].editProfile is \"stict\", must be the name of one of editProfiles: strict"));
    }
}
