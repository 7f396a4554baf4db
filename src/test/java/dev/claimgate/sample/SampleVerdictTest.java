package dev.claimgate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.claim.Claim;
import dev.claimgate.codes.CodeTableDirectory;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.guide.GuideLibrary;
import dev.claimgate.validation.EnginePolicy;
import dev.claimgate.validation.FileValidator;
import dev.claimgate.validation.InterchangeRegister;
import dev.claimgate.validation.InterchangeReport;
import dev.claimgate.validation.ReportListener;
import dev.claimgate.validation.SetReport;
import dev.claimgate.validation.ValidationRules;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine finds in sample claims what was put into them, and nothing else. */
class SampleVerdictTest {
    private static final LocalDate DATE = LocalDate.of(2026, 5, 4);
    private static final Path TABLES = Path.of("conf", "code-tables");
    private static final Map<SampleFault, String> EDITS = Map.ofEntries(
            Map.entry(SampleFault.NPI_CHECK_DIGIT, "npi-check-digit"), Map.entry(SampleFault.UNBALANCED, "claim-balance"),
            Map.entry(SampleFault.UNKNOWN_PROCEDURE, "procedure-code"),
            Map.entry(SampleFault.UNKNOWN_DIAGNOSIS, "diagnosis-codes"),
            Map.entry(SampleFault.POINTER_WITHOUT_DIAGNOSIS, "diagnosis-pointers"),
            Map.entry(SampleFault.UNKNOWN_MODIFIER, "modifier-codes"),
            Map.entry(SampleFault.REPEATED_MODIFIER, "modifier-codes"), Map.entry(SampleFault.NCCI_PAIR, "ncci-pairs"),
            Map.entry(SampleFault.NCCI_PAIR_WITHOUT_MODIFIER, "ncci-pairs"),
            Map.entry(SampleFault.ADD_ON_WITHOUT_PRIMARY, "add-on-primary"),
            Map.entry(SampleFault.TOO_MANY_UNITS, "units-limit"), Map.entry(SampleFault.UNKNOWN_PLACE, "place-of-service"),
            Map.entry(SampleFault.FUTURE_DATE, "service-dates"));
    private static SampleCodes codes;
    private static ValidationRules rules;

    @BeforeAll
    static void load() {
        codes = TableCodes.read(TABLES, DATE);
        rules = new ValidationRules(GuideLibrary.load(Path.of("edi-specs")), new ClaimEdits(),
                CodeTableDirectory.load(TABLES), EnginePolicy.DEFAULT);
    }

    @Test
    void shouldAcceptEveryCleanClaim() {
        Verdicts verdicts = check(SampleOptions.of(5_000, 11, DATE).withClaimsPerSetMax(700), FaultLog.NONE);
        assertThat(verdicts.rejected).isEmpty();
        assertThat(verdicts.noted).isEmpty();
        assertThat(verdicts.structureFaults).isEmpty();
        assertThat(verdicts.claims).isEqualTo(5_000);
        assertThat(verdicts.envelopeFaults).isEmpty();
    }

    @Test
    void shouldFindEachFaultAndNoOther() {
        Map<String, SampleFault> log = new LinkedHashMap<>();
        Verdicts verdicts = check(SampleOptions.of(3_000, 12, DATE).withFaultRate(0.3).withLineBreaks(true), log::put);
        Map<String, Set<String>> expected = new TreeMap<>();
        log.forEach((claim, fault) -> expected.put(claim, Set.of(EDITS.get(fault))));
        assertThat(log.values()).contains(SampleFault.values());
        assertThat(verdicts.rejected).isEqualTo(expected);
        assertThat(verdicts.structureFaults).isEmpty();
    }

    private static Verdicts check(SampleOptions options, FaultLog log) {
        Verdicts verdicts = new Verdicts();
        FileValidator validator = new FileValidator(rules, InterchangeRegister.NONE, DATE, verdicts);
        new ClaimFileGenerator(codes, options, log).writeTo(validator::feed);
        validator.finish();
        return verdicts;
    }

    private static final class Verdicts implements ReportListener {
        private final Map<String, Set<String>> rejected = new TreeMap<>();
        /** A fault may bring notes along: another diagnosis is one of another family, too. */
        private final Map<String, Set<String>> noted = new TreeMap<>();
        private final List<Object> structureFaults = new ArrayList<>();
        private final List<Object> envelopeFaults = new ArrayList<>();
        private long claims;

        @Override
        public void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
            claims++;
            for (ClaimFinding finding : findings) {
                (finding.rejects() ? rejected : noted)
                        .computeIfAbsent(claim.patientControlNumber().toString(), key -> new TreeSet<>()).add(finding.edit());
            }
        }

        @Override
        public void setClosed(SetReport report) {
            structureFaults.addAll(report.findings());
            structureFaults.addAll(report.codes());
        }

        @Override
        public void interchangeClosed(InterchangeReport report) {
            envelopeFaults.addAll(report.notes());
        }

        @Override
        public void unreadable(long offset, String reason) {
            envelopeFaults.add(reason);
        }
    }
}
