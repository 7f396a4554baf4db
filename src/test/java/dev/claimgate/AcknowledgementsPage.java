package dev.claimgate;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.claimgate.ack.InformationSource;
import dev.claimgate.edit.ClaimEdit;
import dev.claimgate.edit.ClaimEdits;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.ElementCode;
import dev.claimgate.finding.GroupCode;
import dev.claimgate.finding.InterchangeCode;
import dev.claimgate.finding.SegmentCode;
import dev.claimgate.finding.SetCode;
import dev.claimgate.validation.SituationalRule;
import dev.claimgate.validation.SituationalRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/acknowledgements.md} from the rules in the code. */
final class AcknowledgementsPage {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern RULING = Pattern.compile("([^.]*?)\\s*\\(X12 interpretation (\\d+)\\)([^.]*)");
    /** Packages that find faults; the others only tell of them. */
    private static final List<String> FINDERS = List.of("dev.claimgate.guide", "dev.claimgate.validation");

    private final List<String> withoutFinder = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();
    private final JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(FINDERS);

    String text() throws IOException {
        page.append("""
                # Acknowledgements: every rule and its answer
                Made from the code by `AcknowledgementsPageTest`; write it anew with
                `mvn test -Dtest=AcknowledgementsPageTest -Dacknowledgements.write=true`. The words are ours; the codes are X12's.
                *Found by* names the classes that give the code. A code that no class gives is never given; why stands at the
                end. Only 000 is sent all the same, for an interchange without fault.
                """);
        codes("TA1: the interchange", "TA105, data element I18", "TA1", InterchangeCode.values(),
                InterchangeCode::code, InterchangeCode::meaning);
        codes("999: the functional group", "AK905 to AK909, data element 716", "AK9", GroupCode.values(),
                GroupCode::code, GroupCode::meaning);
        codes("999: the transaction set", "IK502 to IK506, data element 618", "IK5", SetCode.values(),
                SetCode::code, SetCode::meaning);
        codes("999: the segment", "IK304, data element 620; `edi-specs/` holds what each segment must be", "IK3",
                SegmentCode.values(), SegmentCode::code, SegmentCode::meaning);
        codes("999: the element", "IK403, data element 621; `edi-specs/` holds what each element must be", "IK4",
                ElementCode.values(), ElementCode::code, ElementCode::meaning);
        situations();
        edits();
        statuses();
        neverGiven();
        rulings();
        return page.toString();
    }

    private <E extends Enum<E>> void codes(String title, String source, String prefix, E[] values,
                                           Function<E, String> code, Function<E, String> meaning) {
        section(title, "Source: " + source + ".", "id", "rule", "code", "means", "found by");
        Map<String, String> finders = finders(values[0].getDeclaringClass());
        for (E value : values) {
            String id = prefix + "-" + code.apply(value);
            row(id, value.name(), code.apply(value), meaning.apply(value), finders.getOrDefault(value.name(), "-"));
            if (!finders.containsKey(value.name()) && !id.equals("TA1-000")) {
                withoutFinder.add(id);
            }
        }
    }

    /** By name of the constant, the classes that read it. */
    private Map<String, String> finders(Class<?> codes) {
        Map<String, String> finders = new TreeMap<>();
        classes.stream().sorted(Comparator.comparing(JavaClass::getName)).forEach(finder -> finder.getFieldAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(codes)).map(access -> access.getTarget().getName())
                .distinct().forEach(name -> finders.merge(name, outer(finder), AcknowledgementsPage::joined)));
        return finders;
    }

    private static String outer(JavaClass finder) {
        return finder.getSimpleName().isEmpty() ? finder.getEnclosingClass().orElseThrow().getSimpleName() : finder.getSimpleName();
    }

    private static String joined(String names, String name) {
        return List.of(names.split(", ")).contains(name) ? names : names + ", " + name;
    }

    private void situations() {
        section("999: situational rules", "Each is told with CTX SITUATIONAL TRIGGER, the place that brings it about.",
                "id", "answer", "demands", "source");
        for (SituationalRule rule : SituationalRules.all()) {
            row(rule.id(), rule.codes(), rule.explanation(), rule.source());
        }
    }

    private void edits() {
        section("277CA: coding edits", """
                In the order they are run. `conf/gateway.yaml` can set each to reject, warn or off; what warns never enters a 277CA.
                Statuses are category:status:entity; those with + stand in one STC (STC01, STC10, STC11).""",
                "id", "level", "statuses", "demands", "source");
        for (ClaimEdit edit : ClaimEdits.all()) {
            row(edit.id(), edit.severity().name().toLowerCase(java.util.Locale.ROOT),
                    edit.statuses().stream().map(AcknowledgementsPage::together).collect(Collectors.joining(", ")),
                    edit.explanation(), edit.source());
        }
    }

    private void statuses() {
        section("277CA: statuses beside the edits", "A fault of a line is told in loop 2220D; its claim then carries A3:247.",
                "id", "statuses", "means");
        for (InformationSource source : InformationSource.values()) {
            String who = source.name().toLowerCase(java.util.Locale.ROOT);
            row("receipt-" + who, source.receipt().toString(), "a transaction set or a billing provider's claims were taken");
            row("accepted-" + who, source.acceptance().toString(), "the claim is accepted");
        }
        row("batch-repeated", "A3:746", "2200B, and nothing beneath (HL04 0): the sender used this BHT03 before with the same"
                + " ISA15, and that set was not rejected; BHT02 18 makes no difference");
        row("provider-rejected", "those of the edits", "2200C, and no patients beneath (HL04 0): all claims of a billing"
                + " provider have faults of the provider (loops 2000A, 2010AA) and no other; else 2200D tells of each claim");
        row("line-at-fault", "A3:247", "a line of the claim is at fault; 2220D tells which and why");
        row("syntax-at-fault", "A3:684", "the 999 accepted the set with errors, and this claim has one of them");
    }

    private void neverGiven() {
        NeverGiven.mustExplain(withoutFinder);
        section("Codes that are never given", "Each because what it tells of cannot come about, or is told in another way.",
                "code", "why");
        NeverGiven.REASONS.forEach(this::row);
    }

    private void rulings() throws IOException {
        section("Rulings", "Interpretations that X12 published and that the code follows.", "number", "in", "what follows from it");
        Map<String, String[]> rows = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                Matcher ruling = RULING.matcher(comments(Files.readString(file)));
                String name = file.getFileName().toString().replace(".java", "");
                while (ruling.find()) {
                    rows.put(ruling.group(2) + name, new String[] {ruling.group(2), name,
                        (ruling.group(1) + ruling.group(3)).strip()});
                }
            }
        }
        rows.values().forEach(this::row);
    }

    private static String comments(String source) {
        return source.lines().map(String::strip).filter(line -> line.startsWith("*") || line.startsWith("/"))
                .map(line -> line.replaceAll("^[/*]+ ?|\\*/$", "").strip()).collect(Collectors.joining(" "));
    }

    private static String together(List<ClaimStatus> statuses) {
        return statuses.stream().map(ClaimStatus::toString).collect(Collectors.joining(" + "));
    }

    private void section(String title, String text, String... columns) {
        page.append("\n## ").append(title).append('\n').append(text).append("\n\n");
        row(columns);
        page.append("|---".repeat(columns.length)).append("|\n");
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
