package dev.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.validation.AcknowledgmentCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private final StringWriter text = new StringWriter();
    private final TextReport report = new TextReport(new PrintWriter(text), 100, "made up");
    private final ReportScript script = new ReportScript(report);

    @Test
    void shouldTellWhereWhatWasFoundAndWhatWouldBeRight() {
        script.open("claims.edi");
        script.claim("P1", ReportScript.finding());
        script.claim("P2");
        script.close(AcknowledgmentCode.A, 2, 1, List.of());
        script.end(AcknowledgmentCode.A);

        assertThat(text.toString()).isEqualToNormalizingNewlines("""
                claims.edi
                  interchange 000000007 from NORTHSIDE to CLAIMGATE
                    group 7, HC 005010X222A1
                      set 0001
                        claim P1 over 0.00 REJECTED
                          segment 22, loop 2310B, line 2, NM109: 1234567890 fails its check digit
                            right: an NPI whose check digit is 3  [npi-check-digit, 277CA A7:562:82]
                      set 0001 accepted: 2 claims, 1 accepted, 1 rejected
                    group 7 accepted: 1 set, 1 accepted
                  interchange 000000007 accepted
                  2 claims over 200.00: 1 accepted, 1 rejected - not all accepted
                """);
        assertThat(report.total().allAccepted()).isFalse();
    }

    @Test
    void shouldTellWhichSegmentsBreakTheGuide() {
        script.open("claims.edi");
        script.close(AcknowledgmentCode.R, 1, 1, List.of(ReportScript.MISSING_SEGMENT, ReportScript.BAD_ELEMENT));
        script.end(AcknowledgmentCode.A);

        assertThat(text.toString()).contains(
                "segment 24 DTP, loop 2400, claim P1: is missing\n          right: DTP with qualifier 472  [IK304 I8]",
                "segment 20 CLM, loop 2300, claim P1, CLM05-1: \"1234\\x1b[31m\" is too long\n"
                        + "          right: one or two characters  [IK403 5]",
                "segments are in error  [IK502 5]", "set 0001 REJECTED with all its claims: 1 claim",
                "1 claim over 100.00: 0 accepted, 1 rejected");
    }

    @Test
    void shouldTellOfEachSetHowManyFaultsItLeftOut() {
        script.open("claims.edi");
        script.close(AcknowledgmentCode.R, 1, 0, List.of(ReportScript.MISSING_SEGMENT), 1234);
        script.end(AcknowledgmentCode.A);

        assertThat(text.toString()).contains(
                "        1,234 more faults in this set, beyond the limit for one set (engine.findingsPerSetMax)\n")
                .doesNotContain("--findings-max");
    }

    @Test
    void shouldTellTheNotesOfAGroup() {
        script.open("claims.edi");
        script.close(AcknowledgmentCode.A, 1, 1, List.of(), 0, "GS08 is of an older edition");
        script.end(AcknowledgmentCode.A);

        assertThat(text.toString()).contains("      note: GS08 is of an older edition\n    group 7 accepted");
    }

    @Test
    void shouldCountNoClaimOfARejectedEnvelopeAsAccepted() {
        script.open("claims.edi");
        script.claim("P1");
        script.close(AcknowledgmentCode.A, 1, 1, List.of());
        script.end(AcknowledgmentCode.R, InterchangeCode.GROUP_COUNT);

        assertThat(text.toString()).contains("IEA01 is not the number of functional groups  [TA105 021]",
                "interchange 000000007 REJECTED with everything in it", "0 accepted, 1 rejected");
    }

    @Test
    void shouldShowNoMoreThanTheLimitAndSaySo() {
        TextReport limited = new TextReport(new PrintWriter(text), 1, "made up");
        ReportScript many = new ReportScript(limited);
        many.open("claims.edi");
        many.claim("P1", ReportScript.finding());
        many.claim("P2", ReportScript.finding());
        many.claim("P3", ReportScript.finding());
        many.close(AcknowledgmentCode.A, 3, 0, List.of());
        many.end(AcknowledgmentCode.A);

        assertThat(text.toString()).contains("claim P1").doesNotContain("claim P2")
                .contains("2 more findings not shown (--findings-max raises the limit of 1)");
    }

    @Test
    void shouldSayWhatIsNotX12() {
        report.fileOpened("x.pdf");
        report.unreadable(0, "the file begins with %PDF, must begin with ISA");
        report.fileClosed();

        assertThat(text.toString()).contains("unreadable at byte 0: the file begins with %PDF, must begin with ISA");
        assertThat(report.total().nothingReadable()).isTrue();
    }
}
