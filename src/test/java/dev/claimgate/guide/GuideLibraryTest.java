package dev.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideLibraryTest {
    private static final String ELEMENTS = "143 ID 3 3 Set = 837 999\n329 AN 4 9 Control number\n96 N0 1 10 Count\n";
    private static final String SEGMENTS = """
            segment ST Header
              01 M 143
              02 M 329
            segment SE Trailer
              01 M 96
              02 M 329
            """;
    private static final String GUIDE = """
            guide 005010X000 Example
            standard 005010
            transaction 999 group FA
            loop ST_LOOP R 1 @0010 Set
              segment ST M 1 @0010 Header
                01 R Set = 999
                02 R Control number
              segment SE M 1 @0020 Trailer
                01 R Count
                02 R Control number
            """;

    @TempDir
    private Path specs;

    @Test
    void shouldLoadTheGuidesOfTheProject() {
        GuideLibrary library = GuideLibrary.load(Path.of("edi-specs"));
        assertThat(library.require("005010X222A1").transaction()).isEqualTo("837");
        assertThat(library.require("005010X231A1").group()).isEqualTo("FA");
        assertThat(library.require("005010X214").slots()).isNotEmpty();
    }

    @Test
    void shouldAttachOneDefinitionOfTheClaimToSubscriberAndPatient() {
        Guide guide = GuideLibrary.load(Path.of("edi-specs")).require("005010X222A1");
        assertThat(guide.slots().stream().filter(slot -> slot.segmentId().equals("CLM"))).hasSize(2);
        assertThat(guide.slots()).hasSize(381);
    }

    @Test
    void shouldLoadASmallGuide() throws IOException {
        assertThat(load(ELEMENTS, SEGMENTS, GUIDE).require("005010X000").slots()).hasSize(2);
    }

    @Test
    void shouldReportEveryFaultWithFileAndLine() {
        String guide = GUIDE.replace("segment SE M 1 @0020", "segment SE Q 0 @0020").replace("  segment ST M", "  sigment ST M");
        assertThatThrownBy(() -> load(ELEMENTS.replace("96 N0 1 10", "96 N0 9 1"), SEGMENTS.replace("02 M 329", "02 M 330"), guide))
                .isInstanceOfSatisfying(SpecException.class, fault -> assertThat(fault.faults()).contains(
                        "005010/elements.spec:3: length 9 to 1, must not end before it begins",
                        "005010/segments.spec:3: '330' is neither a data element of elements.spec nor a composite above",
                        "005010X000/guide.spec:5: 'sigment', must be segment, loop, include or unused",
                        "005010X000/guide.spec:8: greatest number 0, must be at least 1"));
    }

    @Test
    void shouldDemandEveryPositionOfASegment() {
        assertThatThrownBy(() -> load(ELEMENTS, SEGMENTS, GUIDE.replace("    02 R Control number\n  segment SE", "  segment SE")))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("005010X000/guide.spec:5: describes 1 positions, must describe all 2");
    }

    @Test
    void shouldSayWhichGuideIsMissing() {
        assertThatThrownBy(() -> load(ELEMENTS, SEGMENTS, GUIDE).require("005010X222A1")).isInstanceOf(SpecException.class)
                .hasMessageContaining("edi-specs/005010X222A1/guide.spec: is missing");
    }

    private GuideLibrary load(String elements, String segments, String guide) throws IOException {
        Path base = Files.createDirectories(specs.resolve("005010"));
        Files.writeString(base.resolve("elements.spec"), elements);
        Files.writeString(base.resolve("segments.spec"), segments);
        Files.writeString(base.resolve("segment-ids.spec"), "ST SE NM1\n");
        Files.writeString(Files.createDirectories(specs.resolve("005010X000")).resolve("guide.spec"), guide);
        return GuideLibrary.load(specs);
    }
}
