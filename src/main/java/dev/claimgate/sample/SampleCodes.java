package dev.claimgate.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The codes that sample claims are made of.
 *
 * @param visits            evaluation and management codes
 * @param procedures        codes that may stand alone
 * @param everyday          of these, the ones that most claims carry; at least one
 * @param addOns            by primary code, what may stand beside it
 * @param diagnoses         billable ICD-10-CM codes without the point
 * @param everydayDiagnoses of these, the ones that most claims carry; at least one
 * @param pairs             how two procedures go together
 * @param forbiddenPairs    pairs of {@code procedures}, column one first, that never go together; at least one
 * @param modifierPairs     pairs of {@code procedures}, column one first, that go together with a modifier only; at least one
 */
public record SampleCodes(List<SampleProcedure> visits, List<SampleProcedure> procedures,
                          List<SampleProcedure> everyday, Map<String, List<SampleProcedure>> addOns,
                          List<String> diagnoses, List<String> everydayDiagnoses, PairRule pairs,
                          List<CodePair> forbiddenPairs, List<CodePair> modifierPairs) {

    /** Two procedures, NCCI's column one first. */
    public record CodePair(SampleProcedure columnOne, SampleProcedure columnTwo) {
    }

    public SampleCodes {
        visits = List.copyOf(visits);
        procedures = List.copyOf(procedures);
        everyday = List.copyOf(everyday);
        addOns = Map.copyOf(addOns);
        diagnoses = List.copyOf(diagnoses);
        everydayDiagnoses = List.copyOf(everydayDiagnoses);
        forbiddenPairs = List.copyOf(forbiddenPairs);
        modifierPairs = List.copyOf(modifierPairs);
        require(!visits.isEmpty(), "no visit code");
        require(!everyday.isEmpty(), "no everyday procedure code");
        require(!addOns.isEmpty(), "no add-on code");
        require(!everydayDiagnoses.isEmpty(), "no everyday diagnosis code");
        require(!forbiddenPairs.isEmpty() && !modifierPairs.isEmpty(), "no NCCI pair of each kind");
    }

    /**
     * Sorts codes into visits, procedures and add-ons and finds pairs of each kind.
     *
     * @param all       every procedure to use
     * @param diagnoses billable ICD-10-CM codes without the point
     * @param pairs     how two procedures go together
     */
    public static SampleCodes of(List<SampleProcedure> all, List<String> diagnoses, PairRule pairs) {
        List<SampleProcedure> visits = all.stream().filter(SampleProcedure::evaluation).toList();
        List<SampleProcedure> alone = all.stream().filter(p -> !p.evaluation() && !p.addOn()).toList();
        List<SampleProcedure> everyday =
                alone.stream().filter(p -> Dermatology.EVERYDAY_PROCEDURES.contains(p.code())).toList();
        return new SampleCodes(visits, alone, everyday, addOnsByPrimary(all), diagnoses,
                diagnoses.stream().filter(Dermatology::everydayDiagnosis).toList(), pairs,
                pairs(alone, pairs, PairRule.Relation.FORBIDDEN), pairs(alone, pairs, PairRule.Relation.NEEDS_MODIFIER));
    }

    private static Map<String, List<SampleProcedure>> addOnsByPrimary(List<SampleProcedure> all) {
        Map<String, List<SampleProcedure>> addOns = new TreeMap<>();
        for (SampleProcedure procedure : all) {
            for (String primary : procedure.primaries()) {
                addOns.computeIfAbsent(primary, key -> new ArrayList<>()).add(procedure);
            }
        }
        return addOns;
    }

    private static List<CodePair> pairs(List<SampleProcedure> procedures, PairRule rule, PairRule.Relation wanted) {
        List<CodePair> found = new ArrayList<>();
        for (SampleProcedure one : procedures) {
            for (SampleProcedure two : procedures) {
                if (one != two && rule.relation(one.code(), two.code()) == wanted) {
                    found.add(new CodePair(one, two));
                }
            }
        }
        return found;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("sample codes: " + message);
        }
    }
}
