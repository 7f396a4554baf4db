package dev.claimgate.x12;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.sample.ClaimFileGenerator;
import dev.claimgate.sample.SampleCodes;
import dev.claimgate.sample.SampleOptions;
import dev.claimgate.sample.TableCodes;
import dev.claimgate.validation.Interchange837;
import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our reader and StAEDI's find the same segments, elements, repetitions and components in the same files. */
class SecondOpinionTest {
    private static final LocalDate DATE = LocalDate.of(2026, 5, 4);
    private static SampleCodes codes;

    @BeforeAll
    static void readCodes() {
        codes = TableCodes.read(Path.of("conf", "code-tables"), DATE);
    }

    static Stream<Path> files() throws IOException {
        return Stream.concat(ediFiles(Path.of("conf/demo")), ediFiles(Path.of("../shared/fixtures/837p")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldAgreeOnFile(Path file) throws IOException, EDIStreamException {
        agree(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, false", "2, 0.5, true", "3, 1, false"})
    void shouldAgreeOnGeneratedFile(int seed, double faultRate, boolean lineBreaks) throws IOException, EDIStreamException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SampleOptions options = SampleOptions.of(300, seed, DATE).withFaultRate(faultRate).withLineBreaks(lineBreaks);
        new ClaimFileGenerator(codes, options).writeTo(file::write);
        agree(file.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void shouldAgreeOnMutants(long seed) throws IOException, EDIStreamException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            agree(SegmentMutation.mutate(Interchange837.clean().text(), random).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void agree(byte[] file) throws IOException, EDIStreamException {
        List<String> own = OwnReading.of(file);
        assertThat(own).hasSizeGreaterThan(10).isEqualTo(StaediReading.of(file));
    }

    private static Stream<Path> ediFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".edi")).sorted().toList().stream();
        }
    }
}
