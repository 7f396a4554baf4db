package dev.claimgate.edit;

import static dev.claimgate.x12.PackedText.pack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ClaimDraft;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.CodeTablesBuilder;
import dev.claimgate.codes.Indicators;
import dev.claimgate.codes.PairRule;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.finding.Severity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** All NCCI pairs of a real quarter, where they lie beside this project: the edit answers as who reads the file line by line. */
@EnabledIf("present")
class PublishedPairsTest {
    private static final Path FILE = Path.of("../shared/tables/ptp_practitioner_2024q3.all.tsv.gz");
    private static final int DAY = 20240701;
    private static final int PAIRS = 10_000;
    private static final int FILE_ROWS = 2_546_017;
    private static final ClaimEdits PAIRS_ONLY = new ClaimEdits(ClaimEdits.all().stream()
            .filter(edit -> !edit.id().equals("ncci-pairs")).collect(Collectors.toMap(ClaimEdit::id, edit -> Severity.OFF)));

    static boolean present() {
        return Files.isRegularFile(FILE);
    }

    @Test
    void shouldAnswerLikeAScanOfTheFile() throws IOException {
        Map<String, String> asked = questions();
        CodeTables tables = tables();
        scan(cells -> {
            if (inForce(cells)) {
                asked.computeIfPresent(cells[0] + " " + cells[1], (pair, before) -> "line 2 " + cells[3]);
                asked.computeIfPresent(cells[1] + " " + cells[0], (pair, before) ->
                        before.equals("line 2 0") || before.equals("line 2 1") ? before : "line 1 " + cells[3]);
            }
        });

        assertThat(asked).hasSize(PAIRS);
        assertThat(asked.values().stream().filter(answer -> !answer.isEmpty()).count()).isBetween(1000L, 9000L);
        Map<String, String> answered = new LinkedHashMap<>();
        asked.keySet().forEach(pair -> answered.put(pair, answer(pair.split(" "), tables)));
        assertThat(answered).isEqualTo(asked);
    }

    /** Half of them from the file, in force or not, half of any two codes. */
    private static Map<String, String> questions() throws IOException {
        Random random = new Random(7);
        TreeSet<Integer> rows = new TreeSet<>();
        while (rows.size() < PAIRS / 2) {
            rows.add(random.nextInt(FILE_ROWS));
        }
        Map<String, String> asked = new LinkedHashMap<>();
        TreeSet<String> codes = new TreeSet<>();
        int[] row = {0};
        scan(cells -> {
            if (rows.contains(row[0]++)) {
                asked.put(cells[0] + " " + cells[1], "");
            }
            codes.add(cells[0]);
        });
        assertThat(row[0]).isEqualTo(FILE_ROWS);
        List<String> all = new ArrayList<>(codes);
        while (asked.size() < PAIRS) {
            String one = all.get(random.nextInt(all.size()));
            String other = all.get(random.nextInt(all.size()));
            if (!one.equals(other)) {
                asked.putIfAbsent(one + " " + other, "");
            }
        }
        return asked;
    }

    private static CodeTables tables() throws IOException {
        CodeTablesBuilder tables = CodeTables.builder();
        TreeSet<String> codes = new TreeSet<>();
        scan(cells -> {
            codes.add(cells[0]);
            codes.add(cells[1]);
            if (inForce(cells)) {
                tables.pair(pack(cells[0]), pack(cells[1]), CodeTableRows.ALWAYS, CodeTableRows.NEVER,
                        cells[3].equals("0") ? PairRule.NOT_ALLOWED : PairRule.ALLOWED_WITH_MODIFIER);
            }
        });
        codes.forEach(code -> tables.procedure(pack(code), CodeTableRows.ALWAYS, CodeTableRows.NEVER, Indicators.NONE));
        return tables.build();
    }

    /** Empty if nothing is found, else the line that is not paid and the modifier indicator. */
    private static String answer(String[] pair, CodeTables tables) {
        ClaimDraft draft = new ClaimDraft().place("11").diagnosis("L570");
        for (String code : pair) {
            draft.line(new ClaimDraft.Line(code, List.of(), 1000, 100, List.of(1), "", DAY, DAY, ""));
        }
        Claim claim = draft.build();
        ClaimFindings findings = new ClaimFindings();
        PAIRS_ONLY.check(claim, new EditContext(tables, LocalDate.of(2024, 7, 2)), findings);
        List<ClaimFinding> found = findings.list();
        if (found.isEmpty()) {
            return "";
        }
        ClaimFinding last = found.get(found.size() - 1);
        return "line " + last.line() + " " + (last.statuses().size() == 2 ? 0 : 1);
    }

    private static boolean inForce(String[] cells) {
        String deleted = cells[2].replace("-", "");
        return !cells[3].equals("9") && (deleted.isEmpty() || Integer.parseInt(deleted) >= DAY);
    }

    private static void scan(Consumer<String[]> row) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)),
                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                row.accept(line.split("\t", -1));
            }
        }
    }
}
