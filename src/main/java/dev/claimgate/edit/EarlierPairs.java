package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.ProcedureCode;
import java.util.Optional;

/** NCCI pairs of a line with lines of earlier claims, of the same day and provider, that no modifier lifts. */
final class EarlierPairs {
    private EarlierPairs() {
    }

    /** A line of an earlier claim, the rule for both and the row of the table that says so. */
    record Found(EarlierServices.Service service, PairRule rule, String row) {
        boolean never() {
            return rule == PairRule.NOT_ALLOWED;
        }
    }

    /**
     * The first pair of line {@code i}.
     *
     * @param column2 whether the line is to be the column 2 code, which is not paid
     */
    static Optional<Found> first(Claim claim, int i, boolean column2, EditContext context) {
        if (!context.billsKnownCode(i)) {
            return Optional.empty();
        }
        ServiceLine line = claim.line(i);
        for (EarlierServices.Service service : context.earlier().ofProvider(claim, line)) {
            PairRule rule = service.shares(line) ? rule(context, i, service, line.dateFrom(), column2) : PairRule.NONE;
            if (rule != PairRule.NONE && !lifted(rule, line, service, context.tables())) {
                return Optional.of(new Found(service, rule, row(context, i, service, line.dateFrom(), column2)));
            }
        }
        return Optional.empty();
    }

    private static PairRule rule(EditContext context, int i, EarlierServices.Service service, int day, boolean column2) {
        ProcedureCode mine = context.code(i);
        ProcedureCode other = context.tables().procedure(service.line().procedure());
        if (other == mine) {
            return PairRule.NONE;
        }
        return column2 ? context.tables().pair(other, mine, day) : context.tables().pair(mine, other, day);
    }

    private static String row(EditContext context, int i, EarlierServices.Service service, int day, boolean column2) {
        ProcedureCode mine = context.code(i);
        ProcedureCode other = context.tables().procedure(service.line().procedure());
        return context.tables().citations().pair(column2 ? other : mine, column2 ? mine : other, day);
    }

    private static boolean lifted(PairRule rule, ServiceLine line, EarlierServices.Service service, CodeTables tables) {
        return rule == PairRule.ALLOWED_WITH_MODIFIER && (NcciPairs.hasLifting(line, tables)
                || service.line().modifiers().stream().anyMatch(m -> tables.modifierLiftsPairs(m, service.line().dateFrom())));
    }
}
