package dev.claimgate.payer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.OutboundNumbers;
import dev.claimgate.store.StoredClaim;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.Verdict;
import dev.claimgate.x12.Delimiters;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboundBuilderTest {
    private static final OutboundNumbers NUMBERS =
            new OutboundNumbers(17, ZonedDateTime.of(2026, 1, 6, 8, 5, 0, 0, ZoneOffset.UTC));

    private final OutboundBuilder builder = new OutboundBuilder(SampleFile.payer(1), SampleFile.CONTACT);

    private List<String> build(List<StoredClaim> claims) {
        return List.of(new String(builder.build(NUMBERS, claims), StandardCharsets.ISO_8859_1).split("~"));
    }

    private static List<String> starting(List<String> segments, String with) {
        return segments.stream().filter(segment -> segment.startsWith(with)).toList();
    }

    @Test
    void shouldWrapClaimsInOurOwnEnvelope() {
        List<String> sent = build(SampleFile.of(SampleFile.subscriberClaims("A1")).claims(500));

        assertThat(sent.subList(0, 7)).containsExactly(
                "ISA*00*          *00*          *ZZ*CLAIMGATE      *ZZ*EVG01          *260106*0805*^*00501*000000017*1*T*:",
                "GS*HC*CLAIMGATE*EVG01*20260106*0805*17*X*005010X222A1",
                "ST*837*0001*005010X222A1",
                "BHT*0019*00*20260106000000017*20260106*0805*CH",
                "NM1*41*2*CLAIMGATE*****46*CLAIMGATE",
                "PER*IC*OPERATIONS*TE*5555550100",
                "NM1*40*2*EVERGREEN HEALTH PLAN*****46*EVG01");
        assertThat(sent.subList(sent.size() - 2, sent.size())).containsExactly("GE*1*17", "IEA*1*000000017");
    }

    @Test
    void shouldCountSegmentsFromStToSe() {
        List<String> sent = build(SampleFile.of(SampleFile.subscriberClaims("A1", "A2")).claims(500));

        int count = sent.indexOf("GE*1*17") - sent.indexOf("ST*837*0001*005010X222A1");
        assertThat(starting(sent, "SE*")).containsExactly("SE*" + count + "*0001");
    }

    @Test
    void shouldCopyEverythingElseAsReceivedWithoutLineBreaks() {
        String claim = SampleFile.claim("A1", "DTP*431*D8*20251201~\nNTE*ADD*VERY  ODD , TEXT~\n");
        SampleFile file = SampleFile.of(SampleFile.header("B") + SampleFile.provider(1)
                + SampleFile.subscriber(2, 1, false) + claim + SampleFile.trailer());

        List<String> sent = build(file.claims(500));

        List<String> received = List.of((SampleFile.provider(1) + SampleFile.subscriber(2, 1, false) + claim)
                .replace("\n", "").split("~"));
        List<String> copied = new ArrayList<>(sent.subList(7, sent.size() - 3));
        assertThat(copied.remove("REF*D9*500")).isTrue();
        assertThat(copied).isEqualTo(received);
    }

    @Test
    void shouldShareLevelsAmongNeighbours() {
        List<String> sent = build(SampleFile.of(SampleFile.subscriberClaims("A1", "A2", "A3")).claims(500));

        assertThat(starting(sent, "HL*")).containsExactly("HL*1**20*1", "HL*2*1*22*0");
        assertThat(starting(sent, "CLM*")).hasSize(3);
        assertThat(starting(sent, "REF*D9")).containsExactly("REF*D9*500", "REF*D9*501", "REF*D9*502");
    }

    @Test
    void shouldNumberLevelsAnewWhenOnlySomeClaimsGo() {
        SampleFile file = SampleFile.of(SampleFile.header("B") + SampleFile.provider(1)
                + SampleFile.subscriber(2, 1, false) + SampleFile.claim("A1", "")
                + SampleFile.subscriber(3, 1, true) + SampleFile.patient(4, 3) + SampleFile.claim("A2", "")
                + SampleFile.patient(5, 3) + SampleFile.claim("A3", "")
                + SampleFile.provider(6) + SampleFile.subscriber(7, 6, false) + SampleFile.claim("A4", "")
                + SampleFile.trailer());

        List<StoredClaim> withoutTheFirst = file.claims(500).subList(1, 4);

        assertThat(starting(build(withoutTheFirst), "HL*")).containsExactly("HL*1**20*1", "HL*2*1*22*1", "HL*3*2*23*0",
                "HL*4*2*23*0", "HL*5**20*1", "HL*6*5*22*0");
    }

    @Test
    void shouldNotHangSubscribersClaimUnderDependent() {
        SampleFile file = SampleFile.of(SampleFile.header("B") + SampleFile.provider(1)
                + SampleFile.subscriber(2, 1, true) + SampleFile.claim("OWN", "") + SampleFile.patient(3, 2)
                + SampleFile.claim("CHILD", "") + SampleFile.trailer());
        List<StoredClaim> claims = file.claims(500);

        assertThat(starting(build(claims), "HL*")).containsExactly("HL*1**20*1", "HL*2*1*22*1", "HL*3*2*23*0");
        assertThat(starting(build(List.of(claims.get(1), claims.get(0))), "HL*")).containsExactly("HL*1**20*1",
                "HL*2*1*22*1", "HL*3*2*23*0", "HL*4*1*22*0");
    }

    @Test
    void shouldPutOurNumberAmongTheReferencesOfTheClaim() {
        List<String> sent = build(SampleFile.of(SampleFile.header("B") + SampleFile.provider(1)
                + SampleFile.subscriber(2, 1, false)
                + SampleFile.claim("A1", "DTP*431*D8*20251201~\nAMT*F5*20~\nREF*G1*AUTH~\nREF*EA*MR1~\nK3*X~\n")
                + SampleFile.trailer()).claims(500));

        int claim = sent.indexOf("CLM*A1*125.5***11:B:1*Y*A*Y*Y");
        assertThat(sent.subList(claim + 1, claim + 7)).containsExactly("DTP*431*D8*20251201", "AMT*F5*20", "REF*G1*AUTH",
                "REF*EA*MR1", "REF*D9*500", "K3*X");
    }

    @Test
    void shouldReplaceTheNumberOfAnEarlierIntermediary() {
        List<String> sent = build(SampleFile.of(SampleFile.header("B") + SampleFile.provider(1)
                + SampleFile.subscriber(2, 1, false)
                + SampleFile.claim("A1", "REF*G1*AUTH~\nREF*D9*SOMEBODY~\nREF*EA*MR1~\n")
                + SampleFile.trailer()).claims(500));

        int claim = sent.indexOf("CLM*A1*125.5***11:B:1*Y*A*Y*Y");
        assertThat(sent.subList(claim + 1, claim + 5)).containsExactly("REF*G1*AUTH", "REF*D9*500", "REF*EA*MR1",
                "HI*ABK:L409");
        assertThat(starting(sent, "REF*D9")).hasSize(1);
    }

    @Test
    void shouldKeepTheDelimitersOfTheSource() {
        Delimiters other = new Delimiters((byte) '|', (byte) '!', (byte) '>', (byte) '\n');
        SampleFile file = SampleFile.of(SampleFile.subscriberClaims("A1").replace("~\n", "~"), other);

        String sent = new String(builder.build(NUMBERS, file.claims(500)), StandardCharsets.ISO_8859_1);

        assertThat(sent).startsWith("ISA|00|").contains("|0805|!|00501|000000017|1|T|>\nGS|HC|")
                .contains("\nCLM|A1|125.5|||11>B>1|Y|A|Y|Y\nREF|D9|500\nHI|ABK>L409\n").endsWith("IEA|1|000000017\n");
    }

    @Test
    void shouldNotMixDelimitersNorPurposesInOneInterchange() {
        Delimiters other = new Delimiters((byte) '|', (byte) '!', (byte) '>', (byte) '~');
        List<StoredClaim> claims = new ArrayList<>();
        claims.addAll(SampleFile.of(SampleFile.subscriberClaims("A1")).claims(1));
        claims.addAll(SampleFile.of(SampleFile.subscriberClaims("A2"), other).claims(2));
        claims.addAll(SampleFile.of(SampleFile.subscriberClaims("A3").replace("0930*CH", "0930*RP")).claims(3));
        claims.addAll(SampleFile.of(SampleFile.subscriberClaims("A4")).claims(4));

        assertThat(builder.group(claims)).extracting(group -> group.stream().map(StoredClaim::id).toList())
                .containsExactly(List.of(1L, 4L), List.of(2L), List.of(3L));
    }

    @Test
    void shouldSendWhatTheEngineAccepts() {
        SampleFile file = SampleFile.of(SampleFile.header("B") + SampleFile.provider(1)
                + SampleFile.subscriber(2, 1, false) + SampleFile.claim("A1", "REF*G1*AUTH~\n")
                + SampleFile.subscriber(3, 1, true) + SampleFile.patient(4, 3) + SampleFile.claim("A2", "")
                + SampleFile.trailer());

        Verdict verdict = Verdict.on(new String(builder.build(NUMBERS, file.claims(500)), StandardCharsets.ISO_8859_1));

        assertThat(verdict.interchanges).extracting(InterchangeReport::code).containsExactly(AcknowledgmentCode.A);
        assertThat(verdict.sets).singleElement().satisfies(set -> {
            assertThat(set.findings()).isEmpty();
            assertThat(set.claims()).isEqualTo(2);
        });
    }
}
