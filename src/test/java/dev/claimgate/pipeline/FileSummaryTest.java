package dev.claimgate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.SetCode;
import dev.claimgate.validation.AcknowledgmentCode;
import dev.claimgate.validation.GroupHeader;
import dev.claimgate.validation.GroupReport;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.SetHeader;
import dev.claimgate.validation.SetReport;
import dev.claimgate.x12.Delimiters;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileSummaryTest {
    private final FileSummary summary = new FileSummary(3);

    @Test
    void shouldCountClaimsOfRejectedSetsApart() {
        set("0001", AcknowledgmentCode.A, 3, 2);
        set("0002", AcknowledgmentCode.R, 4, 4);
        interchange(AcknowledgmentCode.A);
        assertThat(summary.toJson().getJsonObject("claims").encode()).isEqualTo("{\"received\":7,\"accepted\":2,\"rejected\":1,"
                + "\"rejectedWithSet\":4,\"charge\":\"7.00\",\"chargeAccepted\":\"2.00\"}");
    }

    @Test
    void shouldAcceptNothingOfARejectedInterchange() {
        set("0001", AcknowledgmentCode.A, 3, 2);
        interchange(AcknowledgmentCode.R);
        JsonObject claims = summary.toJson().getJsonObject("claims");
        assertThat(claims.getLong("accepted")).isZero();
        assertThat(claims.getLong("rejected")).isZero();
        assertThat(claims.getLong("rejectedWithSet")).isEqualTo(3);
        assertThat(claims.getString("chargeAccepted")).isEqualTo("0.00");
    }

    @Test
    void shouldAcceptNothingOfARejectedGroup() {
        set("0001", AcknowledgmentCode.A, 3, 2);
        group(AcknowledgmentCode.R);
        set("0001", AcknowledgmentCode.A, 1, 1);
        interchange(AcknowledgmentCode.A);
        assertThat(summary.toJson().getJsonObject("claims").getLong("accepted")).isEqualTo(1);
        assertThat(summary.toJson().getJsonObject("claims").getLong("rejectedWithSet")).isEqualTo(3);
    }

    @Test
    void shouldListNoMoreEntriesThanItMayButCountAll() {
        for (int i = 0; i < 5; i++) {
            set("000" + i, AcknowledgmentCode.A, 1, 1);
        }
        interchange(AcknowledgmentCode.A);
        JsonObject json = summary.toJson();
        assertThat(json.getInteger("entriesOmitted")).isEqualTo(2);
        assertThat(json.getJsonArray("interchanges").getJsonObject(0).getJsonArray("groups").getJsonObject(0)
                .getJsonArray("sets")).hasSize(3);
        assertThat(json.getJsonObject("claims").getLong("accepted")).isEqualTo(5);
    }

    @Test
    void shouldTellOfASetHowManyFaultsItLeftOutAndOfAGroupItsNotes() {
        summary.setClosed(new SetReport(new SetHeader(1, "837", "0001", "005010X222"), "REF", AcknowledgmentCode.R,
                List.of(SetCode.SEGMENTS_IN_ERROR), List.of(), 7, 9, 1, 0, 100, 0));
        summary.groupClosed(new GroupReport(new GroupHeader(1, "HC", "A", "B", "1", "005010X222"), AcknowledgmentCode.R, List.of(),
                "1", 1, 0, List.of("GS08 noted")));
        interchange(AcknowledgmentCode.A);
        JsonObject group = summary.toJson().getJsonArray("interchanges").getJsonObject(0).getJsonArray("groups").getJsonObject(0);
        JsonObject set = group.getJsonArray("sets").getJsonObject(0);
        assertThat(group.getJsonArray("notes")).containsExactly("GS08 noted");
        assertThat(set.getInteger("findings")).isEqualTo(7);
        assertThat(set.getInteger("findingsOmitted")).isEqualTo(7);
    }

    @Test
    void shouldTellWhereBytesBelongToNoInterchange() {
        summary.unreadable(17, "no ISA");
        assertThat(summary.nothingRead()).isTrue();
        assertThat(summary.toJson().getJsonArray("unreadable").encode())
                .isEqualTo("[{\"offset\":17,\"reason\":\"no ISA\"}]");
    }

    private void set(String number, AcknowledgmentCode code, int claims, int accepted) {
        summary.setClosed(new SetReport(new SetHeader(1, "837", number, "005010X222A1"), "REF", code,
                code.accepts() ? List.of() : List.of(SetCode.SEGMENTS_IN_ERROR), List.of(), 0, 9, claims, accepted,
                100L * claims, 100L * accepted));
    }

    private void group(AcknowledgmentCode code) {
        summary.groupClosed(new GroupReport(new GroupHeader(1, "HC", "A", "B", "1", "005010X222A1"), code, List.of(), "1", 1, 1));
    }

    private void interchange(AcknowledgmentCode code) {
        group(AcknowledgmentCode.A);
        summary.interchangeClosed(new InterchangeReport(new InterchangeHeader(1, Delimiters.STANDARD, "ZZ", "A", "ZZ", "B",
                "260101", "1200", "000000001", true, "P"), code,
                code == AcknowledgmentCode.R ? List.of(InterchangeCode.GROUP_COUNT) : List.of(), 1));
    }
}
