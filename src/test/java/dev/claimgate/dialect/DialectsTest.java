package dev.claimgate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.config.ConfigException;
import dev.claimgate.config.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialectsTest {
    @TempDir
    Path home;

    @Test
    void shouldReadEveryDialectOfTheProject() {
        Path folder = Path.of("edi-specs", "dialects");
        Faults faults = new Faults();

        Dialects dialects = Dialects.read(folder, Dialects.names(folder), Path.of(""), faults);

        assertThat(faults.isEmpty()).isTrue();
        assertThat(dialects.dialect("claim-lines").mapping().statuses()).containsKeys("ACC", "REC", "REJ");
    }

    @Test
    void shouldKnowOnlyFoldersWithAMapping() throws IOException {
        Files.createDirectories(home.resolve("a"));
        Files.createDirectories(home.resolve("b"));
        Files.writeString(home.resolve("b/dialect.yaml"), "");

        assertThat(Dialects.names(home)).containsExactly("b");
        assertThat(Dialects.names(home.resolve("none"))).isEmpty();
    }

    @Test
    void shouldNameEveryFaultOfAMapping() throws IOException {
        Files.createDirectories(home.resolve("dialects/x"));
        Files.writeString(home.resolve("dialects/x/dialect.yaml"), """
                schema: none.xsd
                bytesMax: 0
                header: {record: header}
                claim: {record: claim, claimNumber: a b, patientControlNumber: c, payerClaimNumber: p}
                statuses:
                  OK: {code: "20"}
                reasons: {MEMBER: 164}
                """);
        Faults faults = new Faults();

        Dialects.read(home.resolve("dialects"), List.of("x"), home, faults);

        assertThatThrownBy(faults::throwIfAny).isInstanceOfSatisfying(ConfigException.class, thrown ->
                assertThat(thrown.faults()).containsExactlyInAnyOrder(
                        "dialects/x/dialect.yaml: schema is \"none.xsd\", must be the name of a DFDL file in the same folder",
                        "dialects/x/dialect.yaml: bytesMax is 0, must be 1..16777216",
                        "dialects/x/dialect.yaml: claim.claimNumber is \"a b\", must be the name of an element in the DFDL file",
                        "dialects/x/dialect.yaml: claim.status is missing, must be the name of an element in the DFDL file",
                        "dialects/x/dialect.yaml: statuses.OK.verdict is missing, must be accepted or rejected",
                        "dialects/x/dialect.yaml: statuses.OK.code is \"20\", must be CATEGORY:STATUS or CATEGORY:STATUS:ENTITY,"
                                + " such as A7:164:IL",
                        "dialects/x/dialect.yaml: reasons.MEMBER is \"164\", must be CATEGORY:STATUS or CATEGORY:STATUS:ENTITY,"
                                + " such as A7:164:IL, in quotes"));
    }
}
