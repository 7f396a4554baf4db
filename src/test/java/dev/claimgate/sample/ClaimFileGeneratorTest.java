package dev.claimgate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.DiagnosisState;
import dev.claimgate.codes.PairRule;
import dev.claimgate.x12.PackedText;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClaimFileGeneratorTest {
    private static final LocalDate DATE = LocalDate.of(2026, 5, 4);
    private static final int DAY = 20260504;
    private static final Path TABLES = Path.of("conf", "code-tables");
    private static SampleCodes codes;
    private static CodeTables tables;

    @BeforeAll
    static void readTables() {
        codes = TableCodes.read(TABLES, DATE);
        tables = CodeTableDirectory.load(TABLES);
    }

    @Test
    void shouldGiveTheSameBytesForTheSameSeed() {
        assertThat(file(SampleOptions.of(300, 7, DATE))).isEqualTo(file(SampleOptions.of(300, 7, DATE)))
                .isNotEqualTo(file(SampleOptions.of(300, 8, DATE)));
    }

    @Test
    void shouldCountRightInEveryTrailer() {
        List<String[]> segments = segments(SampleOptions.of(25, 1, DATE).withClaimsPerSetMax(10));
        int setStart = 0;
        List<String> claimsPerSet = new ArrayList<>();
        int claims = 0;
        for (int i = 0; i < segments.size(); i++) {
            String[] segment = segments.get(i);
            switch (segment[0]) {
                case "ST" -> setStart = i;
                case "CLM" -> claims++;
                case "SE" -> {
                    assertThat(segment[1]).isEqualTo(String.valueOf(i - setStart + 1));
                    assertThat(segment[2]).isEqualTo(segments.get(setStart)[2]);
                    claimsPerSet.add(String.valueOf(claims));
                    claims = 0;
                }
                case "GE" -> assertThat(segment).containsExactly("GE", "3", "1");
                case "IEA" -> assertThat(segment).containsExactly("IEA", "1", "000000001");
                default -> { }
            }
        }
        assertThat(claimsPerSet).containsExactly("10", "10", "5");
        assertThat(String.join("*", segments.get(0))).hasSize(105);
    }

    @Test
    void shouldNumberLevelsAndNameTheirChildren() {
        List<String[]> levels = segments(SampleOptions.of(400, 3, DATE)).stream().filter(s -> s[0].equals("HL")).toList();
        Map<String, String> kinds = new LinkedHashMap<>();
        Set<String> parents = new HashSet<>();
        for (String[] level : levels) {
            kinds.put(level[1], level[3]);
            parents.add(level[2]);
            assertThat(level[1]).isEqualTo(String.valueOf(kinds.size()));
            assertThat(kinds.getOrDefault(level[2], "")).isEqualTo(switch (level[3]) {
                case "20" -> "";
                case "22" -> "20";
                default -> "22";
            });
        }
        for (String[] level : levels) {
            assertThat(level[4]).isEqualTo(parents.contains(level[1]) ? "1" : "0");
        }
        assertThat(levels.stream().filter(l -> l[3].equals("23")).count()).isBetween(60L, 140L);
    }

    @Test
    void shouldBalanceEveryClaimAndUseOnlyNumbersThatPassTheirCheck() {
        BigDecimal open = BigDecimal.ZERO;
        for (String[] segment : segments(SampleOptions.of(500, 4, DATE))) {
            switch (segment[0]) {
                case "CLM" -> {
                    assertThat(open).isEqualByComparingTo("0");
                    open = new BigDecimal(segment[2]);
                }
                case "SV1" -> open = open.subtract(new BigDecimal(segment[2]));
                case "NM1" -> {
                    if (segment.length > 9 && segment[8].equals("XX")) {
                        assertThat(luhn("80840" + segment[9])).as(segment[9]).isTrue();
                    }
                }
                default -> { }
            }
        }
        assertThat(open).isEqualByComparingTo("0");
    }

    @Test
    void shouldUseProceduresThatMayStandTogether() {
        List<String[]> lines = new ArrayList<>();
        for (String[] segment : segments(SampleOptions.of(3_000, 5, DATE))) {
            if (segment[0].equals("CLM")) {
                checkPairs(lines);
                lines.clear();
            } else if (segment[0].equals("SV1")) {
                lines.add(segment[1].split(":"));
            }
        }
        checkPairs(lines);
    }

    private static void checkPairs(List<String[]> lines) {
        for (String[] one : lines) {
            for (String[] two : lines) {
                PairRule rule = tables.pair(PackedText.pack(one[1]), PackedText.pack(two[1]), DAY);
                boolean modified = two.length > 2;
                assertThat(rule == PairRule.NONE || rule == PairRule.ALLOWED_WITH_MODIFIER && modified)
                        .as("%s beside %s: %s", one[1], two[1], rule).isTrue();
            }
        }
    }

    @Test
    void shouldUseThousandsOfBillableDiagnosesAndHundredsOfProcedures() {
        Set<String> diagnoses = new HashSet<>();
        Set<String> procedures = new HashSet<>();
        for (String[] segment : segments(SampleOptions.of(20_000, 6, DATE))) {
            if (segment[0].equals("HI")) {
                for (int i = 1; i < segment.length; i++) {
                    diagnoses.add(segment[i].substring(4));
                }
            } else if (segment[0].equals("SV1")) {
                procedures.add(segment[1].split(":")[1]);
            }
        }
        assertThat(diagnoses).hasSizeGreaterThan(3_000)
                .allMatch(code -> tables.diagnosis(PackedText.pack(code), DAY) == DiagnosisState.BILLABLE);
        assertThat(procedures).hasSizeGreaterThan(300);
    }

    @Test
    void shouldTellEveryFaultItMakes() {
        Map<String, SampleFault> log = new LinkedHashMap<>();
        SampleOptions options = SampleOptions.of(2_000, 9, DATE).withFaultRate(0.5);
        text(options, log::put);
        assertThat(log).hasSizeBetween(900, 1_100);
        assertThat(log.values()).contains(SampleFault.values());
    }

    @Test
    void shouldSpoilTheSumWhenToldSo() {
        SampleClaim claim = new SampleClaim("A1", new ArrayList<>(List.of("L570")),
                List.of(new SampleLine(codes.visits().get(0))), DATE);
        long before = claim.chargeCents;
        new FaultMaker(codes, new SampleRandom(1)).spoil(claim, SampleFault.UNBALANCED);
        assertThat(claim.chargeCents).isNotEqualTo(before);
    }

    @Test
    void shouldBreakLinesOnRequest() {
        String text = text(SampleOptions.of(3, 1, DATE).withLineBreaks(true), FaultLog.NONE);
        assertThat(text.split("\n")).allMatch(line -> line.endsWith("~"));
    }

    @Test
    void shouldAverageAboutFiveHundredBytesAClaim() {
        assertThat(file(SampleOptions.of(10_000, 2, DATE)).length / 10_000).isBetween(460, 580);
    }

    @Test
    void shouldRefuseOptionsOutOfRange() {
        assertThatThrownBy(() -> SampleOptions.of(0, 1, DATE)).hasMessage("claims is 0, must be at least 1");
        assertThatThrownBy(() -> SampleOptions.of(1, 1, DATE).withFaultRate(1.5))
                .hasMessage("fault rate is 1.5, must be 0.0..1.0");
    }

    private static List<String[]> segments(SampleOptions options) {
        List<String[]> segments = new ArrayList<>();
        for (String segment : text(options, FaultLog.NONE).split("~")) {
            segments.add(segment.split("\\*", -1));
        }
        return segments;
    }

    private static byte[] file(SampleOptions options) {
        return text(options, FaultLog.NONE).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(SampleOptions options, FaultLog log) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ClaimFileGenerator(codes, options, log).writeTo(bytes::write);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 1 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }
}
