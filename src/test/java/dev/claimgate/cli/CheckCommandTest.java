package dev.claimgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void shouldTellWhatWouldBeRejectedAndWhatCouldBeChanged() {
        assertThat(check("--line", "11102", "--line", "17000", "--diagnosis", "L57.0", "--date", "2026-01-05")).isEqualTo(1);
        assertThat(out.toString()).contains("line 2, SV101-2: 17000 stands beside 11102 of line 1",
                "could be: add modifier 59 to line 2, or XS where the payer takes it",
                "the record must show: the two were done");
    }

    @Test
    void shouldAcceptWhatIsCodedRight() {
        assertThat(check("--line", "17000", "--line", "17003x13", "--diagnosis", "L57.0", "--date", "2026-01-05",
                "--born", "1960-02-14", "--sex", "F", "--payer", "60054")).isZero();
        assertThat(out.toString()).startsWith("Nothing found.");
    }

    @Test
    void shouldReadTheRequestOfTheApi() throws Exception {
        Path request = Files.writeString(folder.resolve("claim.json"), """
                {"date": "2026-01-05", "diagnoses": ["L57"],
                 "lines": [{"procedure": "17003", "modifiers": ["59"], "units": 2, "charge": "50.00", "pointers": [1]}]}""");

        assertThat(check("--format", "json", request.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("\"add-on-primary\"", "\"diagnosis-codes\"");
    }

    @Test
    void shouldExitWith2WhenThereIsNothingToCheck() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.json"), "{}");

        assertThat(check()).isEqualTo(2);
        assertThat(check("--line", "17")).isEqualTo(2);
        assertThat(errors.toString()).contains("--line 17: must be PROCEDURE");
        assertThat(check(empty.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("lines: must be a list of 1 to 50 service lines");
        assertThat(check(folder.resolve("none.json").toString())).isEqualTo(2);
        assertThat(check("--line", "17000", empty.toString())).isEqualTo(2);
    }

    private int check(String... arguments) {
        return new CommandLine(new CheckCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }
}
