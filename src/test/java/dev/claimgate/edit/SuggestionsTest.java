package dev.claimgate.edit;

import static dev.claimgate.claim.ClaimSample.claim;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.claim.ClaimSample;
import dev.claimgate.finding.Suggestion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
    private static List<String> changes(ClaimSample sample) {
        return EditCase.findings(sample).stream().flatMap(finding -> finding.suggestions().stream())
                .map(each -> each.line() + ": " + each.change()).toList();
    }

    @Test
    void shouldSuggestAModifierForTheColumnTwoLineOrNotToBillIt() {
        assertThat(changes(claim().line("11102").line("17000")))
                .containsExactly("2: add modifier 59 to line 2, or XS where the payer takes it", "2: leave 17000 out");
    }

    @Test
    void shouldNotSuggestAModifierWhereNoneHelps() {
        assertThat(changes(claim().line("17004").line("17000"))).containsExactly("2: leave 17000 out");
    }

    @Test
    void shouldNotSuggestAFifthModifier() {
        assertThat(changes(claim().line("11102").line("17000", "GA", "Q5", "AG", "KX"))).containsExactly("2: leave 17000 out");
    }

    @ParameterizedTest(name = "{0} asks for {1}")
    @CsvSource({"11102, 25", "17000, 25", "14000, 57"})
    void shouldSuggestTheModifierOfTheVisitByTheGlobalPeriod(String procedure, String modifier) {
        assertThat(changes(claim().line(procedure).line("99213")))
                .contains("2: add modifier " + modifier + " to the visit");
    }

    @Test
    void shouldSuggestTheCodeForFifteenLesionsOnlyWhereSoManyAreBilled() {
        assertThat(changes(claim().line("17000").line("17003").units(14)))
                .contains("2: bill 17004 with one unit instead of 17000 and 17003");
        assertThat(changes(claim().line("17000").line("17003").units(13))).isEmpty();
    }

    @Test
    void shouldSuggestTheUnitsThatTheLimitLeaves() {
        assertThat(changes(claim().line("96910").units(2))).contains("1: cut the units of this line to 1");
        assertThat(changes(claim().line("11102").line("11102", "59"))).contains("2: leave the line out");
    }

    @ParameterizedTest(name = "{0} with {1} units: {2}")
    @CsvSource({"11102, 2, '1: bill 1 unit, and 11103 on a line of its own with 1'",
        "17000, 5, '1: bill 1 unit, and 17003 on a line of its own with 4'"})
    void shouldSuggestTheAddOnForFurtherOnes(String procedure, int units, String change) {
        assertThat(changes(claim().line(procedure).units(units))).contains(change);
    }

    @Test
    void shouldSuggestAFurtherBiopsyAsAddOnToTheFirst() {
        assertThat(changes(claim().line("11104").line("11102")))
                .containsExactly("2: bill 11103 instead of 11102", "2: leave 11102 out");
        assertThat(changes(claim().line("11102").line("11102", "59"))).contains("2: bill 11103 on this line");
    }

    @Test
    void shouldSuggestThePrimaryOfAnAddOn() {
        assertThat(changes(claim().line("11103"))).containsExactly(
                "1: bill the primary procedure of that day as well, such as 11102, 11104, 11106");
    }

    @Test
    void shouldSuggestBillableCodesBeneathAHeader() {
        assertThat(changes(claim().diagnoses("L70").line("11102"))).containsExactly(
                "0: send a billable code beneath L70, such as L700, L701, L702, L703, L704, L705");
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource({"11450, LT, RT, '1: keep 50 alone for both sides, or LT or RT alone for one'",
        "88305, 26, TC, '1: send the code without 26 and TC'",
        "11102, 59, XS, '1: keep the X modifier that says why, without 59'"})
    void shouldSuggestWhichModifierToKeep(String procedure, String first, String second, String change) {
        assertThat(changes(claim().line(procedure, first, second))).containsExactly(change);
    }

    @Test
    void shouldSayOfEachWhyAndWhatTheRecordMustShow() {
        Suggestion visit = EditCase.findings(claim().line("17000").line("99213")).get(0).suggestions().get(0);
        assertThat(visit.reason()).isEqualTo("17000 includes the usual care around it");
        assertThat(visit.recordMustShow()).startsWith("the visit was significant and separate");
    }
}
