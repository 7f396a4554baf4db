package dev.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.validation.AcknowledgmentCode;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonReport report = new JsonReport(bytes, 2, "made up");
    private final ReportScript script = new ReportScript(report);

    @Test
    void shouldBeShapedLikeTheEnvelope() {
        script.open("claims.edi");
        script.claim("P1", ReportScript.finding());
        script.claim("P2");
        script.close(AcknowledgmentCode.E, 2, 1, List.of(ReportScript.BAD_ELEMENT));
        script.end(AcknowledgmentCode.A);
        JsonObject set = file(0).getJsonArray("interchanges").getJsonObject(0).getJsonArray("groups").getJsonObject(0)
                .getJsonArray("sets").getJsonObject(0);

        assertThat(set.getString("verdict")).isEqualTo("E");
        assertThat(set.getJsonArray("claims")).hasSize(1);
        JsonObject finding = set.getJsonArray("claims").getJsonObject(0).getJsonArray("findings").getJsonObject(0);
        assertThat(finding.getString("element")).isEqualTo("NM109");
        assertThat(finding.getJsonArray("statuses")).containsExactly("A7:562:82");
        JsonObject element = set.getJsonArray("segments").getJsonObject(0).getJsonArray("elements").getJsonObject(0);
        assertThat(element.getString("element")).isEqualTo("CLM05-1");
        assertThat(element.getString("found")).isEqualTo("1234\u001b[31m");
        assertThat(set.getLong("chargeCentsAccepted")).isEqualTo(10_000);
    }

    @Test
    void shouldCountWhatItLeavesOut() {
        script.open("claims.edi");
        for (int i = 0; i < 5; i++) {
            script.claim("P" + i, ReportScript.finding());
        }
        script.close(AcknowledgmentCode.A, 5, 0, List.of());
        script.end(AcknowledgmentCode.A);

        assertThat(file(0).getLong("findingsOmitted")).isEqualTo(3);
    }

    @Test
    void shouldTellOfEachSetHowManyFaultsItLeftOut() {
        script.open("claims.edi");
        script.close(AcknowledgmentCode.R, 1, 0, List.of(ReportScript.MISSING_SEGMENT), 1234, "a note");
        script.end(AcknowledgmentCode.A);

        JsonObject file = file(0);
        JsonObject group = file.getJsonArray("interchanges").getJsonObject(0).getJsonArray("groups").getJsonObject(0);
        assertThat(group.getJsonArray("sets").getJsonObject(0).getLong("findingsOmitted")).isEqualTo(1234);
        assertThat(group.getJsonArray("notes")).containsExactly("a note");
        assertThat(file.getLong("findingsOmitted")).isZero();
    }

    @Test
    void shouldSumUpEachFileAndAll() {
        script.open("a.edi");
        script.close(AcknowledgmentCode.A, 3, 3, List.of());
        script.end(AcknowledgmentCode.A);
        script.open("b.edi");
        script.close(AcknowledgmentCode.A, 2, 2, List.of());
        script.end(AcknowledgmentCode.R, InterchangeCode.DUPLICATE_CONTROL_NUMBER);
        report.fileOpened("c.txt");
        report.unreadable(0, "nothing");
        report.fileClosed();

        JsonObject all = json();
        assertThat(file(all, 0).getJsonObject("summary").getBoolean("accepted")).isTrue();
        assertThat(file(all, 1).getJsonObject("summary").getLong("claimsRejected")).isEqualTo(2);
        assertThat(file(all, 2).getJsonArray("interchanges").getJsonObject(0).getJsonObject("unreadable").getString("reason"))
                .isEqualTo("nothing");
        assertThat(all.getJsonObject("summary").getLong("claims")).isEqualTo(5);
        assertThat(all.getJsonObject("summary").getLong("claimsAccepted")).isEqualTo(3);
        assertThat(all.getJsonObject("summary").getBoolean("accepted")).isFalse();
    }

    private JsonObject file(int index) {
        return file(json(), index);
    }

    private static JsonObject file(JsonObject all, int index) {
        return all.getJsonArray("files").getJsonObject(index);
    }

    private JsonObject json() {
        report.close();
        return new JsonObject(bytes.toString(StandardCharsets.UTF_8));
    }
}
