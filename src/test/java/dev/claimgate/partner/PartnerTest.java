package dev.claimgate.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.SyntaxScope;
import dev.claimgate.validation.VersionTreatment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartnerTest {
    private static final InterchangeId NORTHSIDE = new InterchangeId("ZZ", "NORTHSIDE");

    @Test
    void shouldJudgeFilesByThePartnersOwnProfile() {
        PartnerProfile profile = new PartnerProfile(SyntaxScope.CLAIM, Map.of("005010X222A2", VersionTreatment.NOTE));
        EnginePolicy policy = new Partner("northside", "Northside", List.of(), List.of(), profile).policy(EnginePolicy.DEFAULT);
        assertThat(policy.syntax()).isEqualTo(SyntaxScope.CLAIM);
        assertThat(policy.treatmentOf("005010X222A2")).isEqualTo(VersionTreatment.NOTE);
        assertThat(policy.segmentBytesMax()).isEqualTo(EnginePolicy.DEFAULT.segmentBytesMax());
    }

    @Test
    void shouldTakeOnlyThePartnersOwnSenders() {
        EnginePolicy policy = new Partner("northside", "Northside", List.of(NORTHSIDE), List.of()).policy(EnginePolicy.DEFAULT);
        assertThat(policy.takesSender("ZZ", "NORTHSIDE      ")).isTrue();
        assertThat(policy.takesSender("ZZ", "LAKEVIEW       ")).isFalse();
    }

    @Test
    void shouldTakeAnySenderWhereNoneIsNamed() {
        EnginePolicy policy = new Partner("northside", "Northside", List.of(), List.of()).policy(EnginePolicy.DEFAULT);
        assertThat(policy.takesSender("30", "ANYONE         ")).isTrue();
    }
}
