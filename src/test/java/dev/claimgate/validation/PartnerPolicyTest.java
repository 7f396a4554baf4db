package dev.claimgate.validation;

import static dev.claimgate.validation.AcknowledgmentCode.A;
import static dev.claimgate.validation.AcknowledgmentCode.E;
import static dev.claimgate.validation.AcknowledgmentCode.P;
import static dev.claimgate.validation.AcknowledgmentCode.R;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.SetCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner's profile changes about a verdict. */
class PartnerPolicyTest {
    private static final EnginePolicy CLAIM_BY_CLAIM =
            EnginePolicy.DEFAULT.with(SyntaxScope.CLAIM, EnginePolicy.DEFAULT.versions(), Set.of());

    @Test
    void shouldRejectTheSetForOneClaimByDefault() {
        Verdict verdict = Verdict.on(twoClaims().drop("HI*ABK:L570").text());
        assertThat(verdict.sets).extracting(SetReport::code).containsExactly(R);
        assertThat(verdict.groups).extracting(GroupReport::code).containsExactly(R);
    }

    @ParameterizedTest
    @CsvSource({"ZZ:NORTHSIDE, A", "ZZ:LAKEVIEW, R", "30:NORTHSIDE, R"})
    void shouldTakeInterchangesOfThePartnersOwnSendersOnly(String sender, AcknowledgmentCode code) {
        EnginePolicy policy = EnginePolicy.DEFAULT.with(SyntaxScope.SET, EnginePolicy.DEFAULT.versions(), Set.of(sender));
        InterchangeReport report = Verdict.on(twoClaims().text(), policy).interchanges.get(0);
        assertThat(report.code()).isEqualTo(code);
        assertThat(report.notes()).isEqualTo(code == A ? List.of() : List.of(InterchangeCode.SENDER_ID));
    }

    @ParameterizedTest
    @CsvSource({"ZZ:CLAIMGATE, A", "ZZ:CLAIMGATE2, R", "30:CLAIMGATE, R"})
    void shouldTakeOnlyInterchangesThatAreMeantForUs(String us, AcknowledgmentCode code) {
        EnginePolicy policy = EnginePolicy.DEFAULT.withReceivers(Set.of(us));
        InterchangeReport report = Verdict.on(twoClaims().text(), policy).interchanges.get(0);
        assertThat(report.code()).isEqualTo(code);
        assertThat(report.notes()).isEqualTo(code == A ? List.of() : List.of(InterchangeCode.RECEIVER_UNKNOWN));
    }

    @Test
    void shouldNameAnUnknownReceiverBesideAnUnknownSender() {
        EnginePolicy policy = rights(new SendingRights(Set.of("ZZ:LAKEVIEW"), Set.of(), Set.of()))
                .withReceivers(Set.of("ZZ:OTHER"));
        assertThat(Verdict.on(twoClaims().text(), policy).interchanges.get(0).notes())
                .containsExactly(InterchangeCode.SENDER_ID, InterchangeCode.RECEIVER_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"P, A", "T, R"})
    void shouldTakeOnlyTheUsageThePartnerMaySend(String sent, AcknowledgmentCode code) {
        EnginePolicy policy = rights(new SendingRights(Set.of(), Set.of("P"), Set.of()));
        String text = twoClaims().text().replaceFirst("\\*[PT]\\*:~", "*" + sent + "*:~");
        InterchangeReport report = Verdict.on(text, policy).interchanges.get(0);
        assertThat(report.code()).isEqualTo(code);
        assertThat(report.notes()).isEqualTo(code == A ? List.of() : List.of(InterchangeCode.USAGE_INDICATOR));
    }

    @Test
    void shouldRejectClaimsOfBillingProvidersThePartnerMayNotSendFor() {
        Verdict own = Verdict.on(twoClaims().text(), rights(new SendingRights(Set.of(), Set.of(), Set.of("1234567893"))));
        assertThat(own.claims).extracting(Verdict.JudgedClaim::accepted).containsExactly(true, true);

        Verdict others = Verdict.on(twoClaims().text(), rights(new SendingRights(Set.of(), Set.of(), Set.of("1993100423"))));
        assertThat(others.sets).extracting(SetReport::code).containsExactly(A);
        assertThat(others.claims).extracting(Verdict.JudgedClaim::accepted).containsExactly(false, false);
        assertThat(others.claims).allSatisfy(claim -> assertThat(claim.findings()).singleElement()
                .satisfies(finding -> assertThat(finding.statuses()).hasToString("[A8:496:85]")));
    }

    private static EnginePolicy rights(SendingRights rights) {
        return EnginePolicy.DEFAULT.with(SyntaxScope.SET, EnginePolicy.DEFAULT.versions(), rights);
    }

    @Test
    void shouldRejectOnlyTheClaimAtFaultWhereTheProfileSaysSo() {
        Verdict verdict = Verdict.on(twoClaims().drop("HI*ABK:L570").text(), CLAIM_BY_CLAIM);
        SetReport set = verdict.sets.get(0);
        assertThat(set.code()).isEqualTo(E);
        assertThat(set.codes()).containsExactly(SetCode.IMPLEMENTATION_SEGMENTS_IN_ERROR);
        assertThat(set.claimsAccepted()).isEqualTo(1);
        assertThat(verdict.groups).extracting(GroupReport::code).containsExactly(E);
        assertThat(verdict.groups.get(0).setsAccepted()).isEqualTo(1);
        assertThat(verdict.claims).extracting(Verdict.JudgedClaim::accepted).containsExactly(false, true);
    }

    @Test
    void shouldAcceptASetWithoutFaultsAsEver() {
        Verdict verdict = Verdict.on(twoClaims().text(), CLAIM_BY_CLAIM);
        assertThat(verdict.sets).extracting(SetReport::code).containsExactly(A);
        assertThat(verdict.groups).extracting(GroupReport::code).containsExactly(A);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BHT   | BHT*0019*01*BATCH-1*20261120*0915*CH
            DMG   |
            SBR   | SBR*Q*18*******CI
            SE    | SE*99*0001
            SE    | SE*@*0002
            CLM*ACCT-2 |
            CLM*ACCT-2 | CLQ*ACCT-2*100***11:B:1*Y*A*Y*Y
            """)
    void shouldRejectTheSetForAFaultOutsideClaims(String start, String by) {
        Interchange837 file = by == null ? twoClaims().drop(start) : twoClaims().replace(start, by);
        Verdict verdict = Verdict.on(file.text(), CLAIM_BY_CLAIM);
        assertThat(verdict.sets).extracting(SetReport::code).containsExactly(R);
    }

    @Test
    void shouldNotBlameAClaimForTheLevelThatFollowsIt() {
        Verdict verdict = Verdict.on(twoClaims().before("CLM*ACCT-2", "SBR*P*18*******CI", "NM1*IL*1*ROE*ANN****MI*W2",
                "N3*3 OAK ST", "N4*ANYTOWN*OH*43215", "DMG*D8*19800101*F", "NM1*PR*2*EVERGREEN HEALTH*****PI*60054").text(),
                CLAIM_BY_CLAIM);
        assertThat(verdict.faults()).containsExactly("HL@26 2000B 3");
        assertThat(verdict.sets).extracting(SetReport::code).containsExactly(R);
        assertThat(verdict.sets.get(0).findings().get(0).patientControlNumber()).isEmpty();
        assertThat(verdict.claims).extracting(Verdict.JudgedClaim::accepted).containsExactly(true, true);
    }

    @Test
    void shouldCallAGroupPartlyAcceptedWhereOneSetIsRejected() {
        String text = twoClaims().drop("HI*ABK:L570").replace("GE*", "ST*837*0002*005010X222A1", "SE*9*0002", "GE*2*101").text();
        Verdict verdict = Verdict.on(text, CLAIM_BY_CLAIM);
        assertThat(verdict.sets).extracting(SetReport::code).containsExactly(E, R);
        assertThat(verdict.groups).extracting(GroupReport::code).containsExactly(P);
    }

    @ParameterizedTest
    @EnumSource(VersionTreatment.class)
    void shouldTreatAnEditionOfTheGuideAsTheProfileSays(VersionTreatment treatment) {
        EnginePolicy policy = EnginePolicy.DEFAULT.with(SyntaxScope.SET, Map.of("005010X222A2", treatment), Set.of());
        GroupReport group = Verdict.on(edition("005010X222A2"), policy).groups.get(0);
        boolean rejected = treatment == VersionTreatment.REJECT;
        assertThat(group.code()).isEqualTo(rejected ? R : A);
        assertThat(group.codes()).isEqualTo(rejected ? java.util.List.of(GroupCode.VERSION_NOT_SUPPORTED) : java.util.List.of());
        assertThat(group.notes()).hasSize(treatment == VersionTreatment.NOTE ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"005010X222", "005010X222A2", "005010X223A2"})
    void shouldTakeOnlyTheCurrentEditionByDefault(String version) {
        assertThat(Verdict.on(edition(version)).groups.get(0).codes()).containsExactly(GroupCode.VERSION_NOT_SUPPORTED);
    }

    @Test
    void shouldWantTheSameEditionInStAndGs() {
        EnginePolicy policy = EnginePolicy.DEFAULT.with(SyntaxScope.CLAIM, Map.of("005010X222A2", VersionTreatment.ACCEPT,
                "005010X222A1", VersionTreatment.ACCEPT), Set.of());
        Verdict verdict = Verdict.on(edition("005010X222A2").replace("0001*005010X222A2", "0001*005010X222A1"), policy);
        assertThat(verdict.sets.get(0).code()).isEqualTo(R);
        assertThat(verdict.sets.get(0).codes()).containsExactly(SetCode.INVALID_IMPLEMENTATION_REFERENCE);
    }

    @Test
    void shouldKeepNoMoreFaultsOfASetThanItMayAndCountTheOthers() {
        EnginePolicy few = new EnginePolicy(SyntaxScope.CLAIM, EnginePolicy.DEFAULT.versions(), SendingRights.ANY,
                Set.of(), 64 * 1024, 2);
        Verdict verdict = Verdict.on(twoClaims().drop("HI*ABK:L570").drop("HI*ABK:L570").drop("SV1*HC:17000").drop("SV1*HC:17000")
                .text(), few);
        SetReport set = verdict.sets.get(0);
        assertThat(set.findings()).hasSize(2);
        assertThat(set.findingsOmitted()).isEqualTo(2);
        assertThat(set.code()).isEqualTo(E);
        assertThat(verdict.claims).noneMatch(Verdict.JudgedClaim::accepted);
    }

    private static String edition(String version) {
        return Interchange837.clean().text().replace("005010X222A1", version);
    }

    private static Interchange837 twoClaims() {
        return Interchange837.clean().before("SE", "CLM*ACCT-2*100***11:B:1*Y*A*Y*Y", "HI*ABK:L570", "LX*1",
                "SV1*HC:17000*100*UN*1***1", "DTP*472*D8*20261110");
    }
}
