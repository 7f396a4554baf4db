package dev.claimgate.ack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.CodeTablesBuilder;
import dev.claimgate.codes.TableFaults;
import dev.claimgate.codes.cms.CodeFiles;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.finding.Severity;
import dev.claimgate.validation.ClaimRules;
import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.FileRegister;
import dev.claimgate.validation.RecentClaims;
import dev.claimgate.validation.ValidationRules;
import dev.claimgate.validation.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Claim files and their answers side by side in {@code src/test/resources/golden}: {@code name.edi}, and as far as they are
 * due {@code name.ta1}, {@code name.999} and {@code name.277}, one segment a line. A case is added by adding files; the folder
 * {@code rules} has two for each rule ({@link RuleCasesTest}). A file {@code before.edi} in a folder came before each other one
 * in it, as the first of its sender; a file {@code edits} there turns edits on that a profile asks for, {@code evergreen.csv} is
 * the payer's own list.
 * {@code -Dgolden.write=true} writes the answers anew, to be read before they are kept.
 */
class GoldenFilesTest {
    /** Who we are in all these files. */
    private static final EnginePolicy US = EnginePolicy.DEFAULT.withReceivers(Set.of("ZZ:CLAIMGATE", "27:CLAIMGATE"));
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static List<String> shouldAnswerAsOnTheRecord() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString()).filter(file -> file.endsWith(".edi"))
                    .map(file -> file.substring(0, file.length() - 4)).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource
    void shouldAnswerAsOnTheRecord(String name) throws IOException {
        Answers answers = answers(name);
        for (AcknowledgementKind kind : AcknowledgementKind.values()) {
            StringBuilder text = new StringBuilder();
            for (List<String> interchange : answers.all(kind)) {
                interchange.forEach(segment -> text.append(segment).append("~\n"));
            }
            compare(FOLDER.resolve(name + extension(kind)), text.toString());
        }
        assertThat(answers.all()).allSatisfy(answer -> assertThat(GuideCheck.faults(answer)).isEmpty());
    }

    static Answers answers(String name) throws IOException {
        FileRegister register = new FileRegister();
        Optional<String> before = before(name);
        RecentClaims history = Verdict.history(before.isPresent());
        if (before.isPresent()) {
            Answers.to(before.get(), register, history, rules(name));
        }
        return Answers.to(file(name), register, history, rules(name));
    }

    /** The shipped rules as the file {@code edits} beside the case has them: an edit and its severity on each line. */
    static ValidationRules rules(String name) throws IOException {
        Path file = FOLDER.resolve(name).resolveSibling("edits");
        Map<String, Severity> edits = new TreeMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            String[] words = line.split(" ");
            edits.put(words[0], Severity.valueOf(words[1].toUpperCase(Locale.ROOT)));
        }
        ValidationRules rules = Verdict.rules(edits);
        Path list = FOLDER.resolve(name).resolveSibling("evergreen.csv");
        return Files.exists(list) ? new ValidationRules(rules.guide(),
                (claim, usage) -> new ClaimRules("evergreen", new ClaimEdits(edits)), tables(list), US)
                : new ValidationRules(rules.guide(), rules.edits(), rules.tables(), US);
    }

    /** The shipped tables with a payer's own list. */
    private static CodeTables tables(Path list) {
        CodeTablesBuilder tables = CodeTables.builder();
        CodeTableDirectory.read(Path.of("conf/code-tables"), tables);
        TableFaults faults = new TableFaults();
        CodeFiles.sort(List.of(list), Optional.empty()).forEach(set -> set.read(tables, faults, bytes -> { }));
        faults.throwIfAny();
        return tables.build();
    }

    /** The file that came before, if the case has one. */
    static Optional<String> before(String name) throws IOException {
        Path file = FOLDER.resolve(name).resolveSibling("before.edi");
        return Files.exists(file) && !name.endsWith("/before")
                ? Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1)) : Optional.empty();
    }

    static String file(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".edi"), StandardCharsets.ISO_8859_1);
    }

    private static void compare(Path file, String answer) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.deleteIfExists(file);
            if (!answer.isEmpty()) {
                Files.writeString(file, answer, StandardCharsets.ISO_8859_1);
            }
        }
        String kept = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        assertThat(answer).as(file.getFileName().toString()).isEqualTo(kept);
    }

    private static String extension(AcknowledgementKind kind) {
        return switch (kind) {
            case TA1 -> ".ta1";
            case IMPLEMENTATION -> ".999";
            case CLAIM -> ".277";
        };
    }
}
