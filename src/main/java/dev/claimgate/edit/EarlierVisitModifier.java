package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.Days;
import dev.claimgate.codes.GlobalPeriod;
import dev.claimgate.codes.PairRule;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A visit on the day of a procedure that an earlier claim bills, or on the day before major surgery, says by 25 or 57 that it
 * was a service of its own. What is an NCCI pair is the matter of {@link EarlierColumnOne}. CMS policy, so this warns. 2400
 * SV101-3; 277CA A8:453 + A8:454.
 */
final class EarlierVisitModifier extends HistoryEdit {
    private static final List<ClaimStatus> NO_MODIFIER = Statuses.of("A8:453", "A8:454");

    @Override
    public String id() {
        return "earlier-visit-modifier";
    }

    @Override
    public String explanation() {
        return "A visit on the day of a procedure of an earlier claim by the same provider carries 25, and 57 on that day or the"
                + " day before if it is major surgery.";
    }

    @Override
    public String source() {
        return "NCCI policy manual, chapter 1, D; CMS claims processing manual, chapter 12, 40.1 and 40.2;"
                + " global period of the fee schedule";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(NO_MODIFIER);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (context.billsKnownCode(i) && EvaluationCodes.contains(line.procedure()) && !VisitModifier.separate(line)) {
                int index = i;
                procedure(claim, i, context).ifPresent(service -> report(line, index, service, context, findings));
            }
        }
    }

    private static Optional<EarlierServices.Service> procedure(Claim claim, int i, EditContext context) {
        ServiceLine visit = claim.line(i);
        return context.earlier().ofProvider(claim, visit).stream()
                .filter(service -> !EvaluationCodes.contains(service.line().procedure()))
                .filter(service -> includesVisit(service, visit, GlobalPeriods.of(service.line(), context.tables())))
                .filter(service -> context.tables().pair(context.tables().procedure(service.line().procedure()),
                        context.code(i), visit.dateFrom()) == PairRule.NONE || !service.shares(visit))
                .findFirst();
    }

    private static boolean includesVisit(EarlierServices.Service service, ServiceLine visit, GlobalPeriod global) {
        boolean dayBefore = global == GlobalPeriod.DAYS_90 && visit.dateTo() < service.line().dateFrom()
                && Days.valid(visit.dateTo()) && Days.count(visit.dateTo(), service.line().dateFrom()) == 2;
        return dayBefore || service.shares(visit) && (global == GlobalPeriod.DAYS_0 || global.surgical());
    }

    private static void report(ServiceLine visit, int index, EarlierServices.Service service, EditContext context,
                               ClaimFindings findings) {
        findings.line(index, visit.servicePosition(), "SV101-3", NO_MODIFIER,
                Shown.code(visit.procedure()) + " stands without 25 or 57 beside " + service.shown(),
                "modifier 25 (57 the day of or before major surgery) for a separate visit, or no visit");
        findings.cite(GlobalPeriods.row(service.line(), context.tables()));
        PairSuggestions.visit(index, service.line().procedure(), GlobalPeriods.of(service.line(), context.tables()), findings);
    }
}
