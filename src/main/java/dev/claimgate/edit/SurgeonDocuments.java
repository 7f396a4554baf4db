package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.Indicators;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the fee schedule pays with documents only is sent with a note or an attachment: unusual services (22), and assistants,
 * co-surgeons and teams where the indicator says so. 2400 PWK and NTE; 277CA A8:453 + A8:454.
 */
final class SurgeonDocuments extends ClaimEdit {
    private static final List<ClaimStatus> UNDOCUMENTED = Statuses.of("A8:453", "A8:454");
    private static final long UNUSUAL = PackedText.pack("22");
    private static final long CO_SURGEON = PackedText.pack("62");
    private static final long TEAM = PackedText.pack("66");
    private static final long[] ASSISTANT = Stream.of("80", "81", "82", "AS").mapToLong(PackedText::pack).toArray();

    @Override
    public String id() {
        return "surgeon-documents";
    }

    @Override
    public String explanation() {
        return "A line with 22, or with 80, 81, 82, AS, 62 or 66 where the fee schedule pays them with documents only, is sent"
                + " with a note or an attachment.";
    }

    @Override
    public String source() {
        return "CMS physician fee schedule, assistant indicator 0, co-surgeon and team indicator 1; CMS claims processing manual,"
                + " chapter 12, 20.4.6 and 40.8; 005010X222A1, 2300 and 2400 PWK, NTE";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(UNDOCUMENTED);
    }

    @Override
    public Severity severity() {
        return Severity.WARN;
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.MODIFIERS);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.modifierCount() > 0 && context.billsKnownCode(i)) {
                long modifier = asking(line, context.procedure(i).indicators());
                if (modifier != 0 && !documented(claim, line)) {
                    report(line, i, modifier, context, findings);
                }
            }
        }
    }

    private static boolean documented(Claim claim, ServiceLine line) {
        return claim.hasNote() || claim.hasAttachment() || line.hasNote() || line.hasAttachment();
    }

    /** The modifier of the line that asks for documents, 0 if none does. */
    private static long asking(ServiceLine line, Indicators indicators) {
        if (line.hasModifier(UNUSUAL)) {
            return UNUSUAL;
        }
        if (indicators.coSurgery() == 1 && line.hasModifier(CO_SURGEON)) {
            return CO_SURGEON;
        }
        if (indicators.team() == 1 && line.hasModifier(TEAM)) {
            return TEAM;
        }
        for (long modifier : ASSISTANT) {
            if (indicators.assistant() == 0 && line.hasModifier(modifier)) {
                return modifier;
            }
        }
        return 0;
    }

    private static void report(ServiceLine line, int i, long modifier, EditContext context, ClaimFindings findings) {
        findings.line(i, line.servicePosition(), "SV101", UNDOCUMENTED,
                Shown.code(line.procedure()) + " carries " + Shown.code(modifier) + " without note or attachment",
                "a note (NTE) or an attachment (PWK) that tells why");
        if (modifier != UNUSUAL) {
            findings.cite(context.tables().citations().procedure(context.code(i), line.dateFrom(),
                    context.procedure(i).indicators().text()));
        }
        findings.suggest(i, "send the operative report, and announce it in PWK", "the payer pays "
                + Shown.code(modifier) + " here with documents only", "why the work went beyond the usual, or why help was needed");
    }
}
