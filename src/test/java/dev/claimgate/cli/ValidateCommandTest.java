package dev.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {
    private static final String DEMO = "conf/demo/";

    @TempDir
    private Path folder;
    private final StringWriter errors = new StringWriter();

    @Test
    void shouldExitWith0WhenEveryClaimIsAccepted() {
        assertThat(validate(DEMO + "01-two-clean-claims.edi", DEMO + "06-other-delimiters.edi")).isZero();
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void shouldExitWith1WhenAClaimASetOrAnEnvelopeIsRejected() {
        assertThat(validate(DEMO + "02-unbalanced-and-bad-npi.edi")).isEqualTo(1);
        assertThat(validate(DEMO + "04-service-date-missing.edi")).isEqualTo(1);
        assertThat(validate(DEMO + "05-bad-envelope.edi")).isEqualTo(1);
    }

    @Test
    void shouldExitWith2WhenAFileCannotBeReadAndStillCheckTheOthers() throws Exception {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear payer,\n");
        assertThat(validate(text.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("letter.txt: holds no X12 interchange");
        assertThat(validate("no-such-file.edi", DEMO + "01-two-clean-claims.edi")).isEqualTo(2);
        assertThat(errors.toString()).contains("no-such-file.edi: does not exist");
        assertThat(validate(DEMO)).isEqualTo(2);
        assertThat(errors.toString()).contains("cannot be read (it is a folder, must be a file");
    }

    @Test
    void shouldExitWith2WhenTheUsageIsWrong() {
        assertThat(validate("--format", "pdf", DEMO + "01-two-clean-claims.edi")).isEqualTo(2);
        assertThat(validate()).isEqualTo(2);
    }

    private int validate(String... arguments) {
        return new CommandLine(new ValidateCommand(new ByteArrayOutputStream()))
                .setErr(new PrintWriter(errors, true)).execute(arguments);
    }
}
