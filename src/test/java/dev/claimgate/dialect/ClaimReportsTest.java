package dev.claimgate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.config.Faults;
import dev.claimgate.reply.ClaimAnswer;
import dev.claimgate.reply.ReplySegment;
import dev.claimgate.reply.UnreadableReplyException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimReportsTest {
    private static final ReportMapping MAPPING = Dialects.read(Path.of("edi-specs", "dialects"), List.of("claim-lines"),
            Path.of(""), new Faults()).dialect("claim-lines").mapping();

    private static DialectRecord claim(String status, String reason, String date) {
        return new DialectRecord("claim", 1, Map.of("claimNumber", "11", "patientControlNumber", "A1", "payerClaimNumber", "",
                "status", status, "reason", reason, "date", date));
    }

    private static ClaimAnswer answer(DialectRecord record) {
        return ClaimReports.of(List.of(record), MAPPING).claimReports().get(0).claims().get(0);
    }

    private static ReplySegment status(DialectRecord record) {
        return answer(record).verdict().statuses().get(0);
    }

    private static void assertUnreadable(List<DialectRecord> records, String why) {
        assertThatThrownBy(() -> ClaimReports.of(records, MAPPING)).isInstanceOf(UnreadableReplyException.class)
                .hasMessage(why);
    }

    @Test
    void shouldGiveARejectedClaimTheCodeOfItsReason() {
        ReplySegment status = status(claim("REJ", "PROVIDER", "20260106"));

        assertThat(List.of(status.element(1), status.element(2), status.element(3), status.element(12)))
                .containsExactly("A7:562:85", "20260106", "U", "");
    }

    @Test
    void shouldPassOnAReasonWithoutACodeAsText() {
        ReplySegment status = status(claim("REJ", "x".repeat(300), ""));

        assertThat(status.element(1)).isEqualTo("A3:21");
        assertThat(status.element(12)).isEqualTo("x".repeat(264));
    }

    @Test
    void shouldNeverRejectAnAcceptedClaimForItsReason() {
        ClaimAnswer answer = answer(claim("ACC", "MEMBER", ""));

        assertThat(answer.verdict().accepted()).isTrue();
        assertThat(answer.verdict().codes()).isEqualTo("A2:20");
    }

    @Test
    void shouldLeaveOutNoClaimSilently() {
        assertUnreadable(List.of(claim("ACC", "", ""), claim("SECRET", "", "")),
                "claim 2: status is a word that statuses in dialect.yaml does not name");
        assertUnreadable(List.of(claim("ACC", "", "1/6/26")), "claim 1: date is no date, must be yyyymmdd or empty");
        assertUnreadable(List.of(new DialectRecord("header", 1, Map.of("batch", "B"))), "the report holds no claim");
        Map<String, String> fields = new HashMap<>(claim("ACC", "", "").fields());
        fields.remove("reason");
        assertUnreadable(List.of(new DialectRecord("claim", 1, fields)), "claim has no reason, which dialect.yaml names");
    }
}
