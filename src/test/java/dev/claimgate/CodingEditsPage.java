package dev.claimgate;

import dev.claimgate.edit.ClaimEdit;
import dev.claimgate.edit.CodingEdits;
import dev.claimgate.finding.ClaimStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code docs/coding-edits.md} from the edits and the tables beside them. */
final class CodingEditsPage {
    private static final Path TABLES = Path.of("src/main/resources/dev/claimgate/edit");

    private final StringBuilder page = new StringBuilder();

    String text() throws IOException {
        page.append("""
                # Coding edits
                Made from the code by `CodingEditsPageTest`; write it anew with
                `mvn test -Dtest=CodingEditsPageTest -Dcoding-edits.write=true`. These edits judge how services are coded: in every claim file, and before there is
                one in `./claimgate check` and `POST /v1/coding/check`. In the order they are run. `engine.edits` in
                `conf/gateway.yaml`, `edits` of a partner and the edit profile of a payer (`editProfiles` in
                `conf/payers.yaml`) turn each to reject, warn or off; the payer's word goes before the partner's, and that
                before the gateway's, because it tells what the payer will do with the claim. What warns never enters a
                277CA. A finding that rests on a code table cites the release and the row. Statuses are category:status:entity.
                `src/test/resources/golden/rules/ID` has of each a file that it
                finds at fault and one that it passes.

                Dates: a service is judged by the code tables of its day. 12032 is intermediate repair of scalp, axillae,
                trunk or extremities of 2.6 to 7.5 cm, and 11600 malignant excision of trunk, arms or legs up to 0.5 cm; texts
                that call them simple repair and face are wrong. CPT is copyright of the American Medical Association: numbers
                here, no descriptors.

                """);
        edits(CodingEdits.all());
        page.append("""

                ## Over earlier claims
                In claim files only: what was accepted before of the same sender, patient and payer, as far back as `history` in
                `conf/gateway.yaml` says, and within the file. `validate` knows the files of its own run, the checks know none. A
                claim that was replaced or voided, or that its payer refused, no longer counts; a claim that replaces another is
                not judged by that one. Providers are compared by NPI: 2420A, else 2310B, else 2010AA. The golden folder has the
                claim before as `before.edi`.

                """);
        edits(CodingEdits.overEarlierClaims());
        table("Dermatology: diagnoses and sites", "dermatology.csv");
        table("In which order modifiers stand", "modifier-order.csv");
        table("Modifiers that exclude each other", "modifier-conflicts.txt");
        table("Modifiers that a procedure is expected to carry", "modifiers.csv");
        table("Diagnoses of one sex or age", "patients.csv");
        table("Procedures of one sex or age", "procedure-patients.csv");
        table("Diagnoses that name a side", "sides.csv");
        table("Places where a visit is not billed", "procedure-places.csv");
        page.append("""

                ## Dermatology: which edit judges what
                | family | judged by |
                |---|---|
                | biopsies, shaves, excisions | add-on-primary, ncci-pairs, units-limit; diagnosis-family, \
                diagnosis-site, diagnosis-side and diagnosis-specific; unconfirmed-diagnosis for biopsies |
                | destruction 17000, 17003, 17004, 17110, 17111 | ncci-pairs, units-limit (17003 up to 13), add-on-primary, \
                diagnosis-family; cosmetic-removal |
                | Mohs 17311 to 17315 | add-on-primary (17312 beside 17311, 17314 beside 17313); ncci-pairs for biopsy and \
                pathology by the surgeon; diagnosis-family |
                | repairs 12001 to 13153 | ncci-pairs, units-limit: one code for each complexity and site group, with the \
                sum of the lengths suggested; day-total where tables have no pair |
                | tissue transfer 14000 to 14302 | ncci-pairs: excision and repair at the site are included; visit-modifier \
                wants 57 |
                | nails 11719 to 11765, G0127 | expected-modifier (digit; class findings for Medicare), ncci-pairs, \
                units-limit |
                | phototherapy and photodynamic therapy | diagnosis-family, ncci-pairs, units-limit; day-total for 96920 to \
                96922 |
                | patch tests 95044 | units-limit (one unit a test), diagnosis-family |
                | pathology 88302 to 88344 | add-on-primary (88341 beside 88342), modifier-fit, technical-part-place, \
                professional-part-place |

                ## Suggestions
                A finding may carry changes that could answer it, each with its reason and what the record must show. They
                stand in `validate` (text and JSON) and in the answers of the checks, never in a 277CA. A change that would
                only serve payment is not offered: 17004 for 17000 with 17003 only where fifteen lesions are billed, 59 only
                for another site or encounter. Advice on the order of lines and modifiers asks for nothing but another order. Of
                several procedures of a day those with multiple-procedure indicator 2 or 3 rank by the total relative value in
                the setting (facility or not, by place of service), with 50 by one and a half of it.
                """);
        return page.toString();
    }

    private void edits(List<ClaimEdit> edits) {
        page.append("| id | level | statuses | demands | source |\n|---|---|---|---|---|\n");
        for (ClaimEdit edit : edits) {
            page.append("| ").append(String.join(" | ", edit.id(), edit.severity().name().toLowerCase(Locale.ROOT),
                    statuses(edit), edit.explanation(), edit.source())).append(" |\n");
        }
    }

    private static String statuses(ClaimEdit edit) {
        return edit.statuses().stream().map(together -> together.stream().map(ClaimStatus::toString)
                .collect(Collectors.joining(" + "))).collect(Collectors.joining(", "));
    }

    private void table(String title, String file) throws IOException {
        page.append("\n## ").append(title).append("\n`").append(TABLES.resolve(file)).append("`:\n\n");
        Files.readString(TABLES.resolve(file)).lines().forEach(row -> page.append("    ").append(row).append('\n'));
    }
}
