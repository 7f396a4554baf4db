package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.LineProvider;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.finding.Severity;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.Set;

/** A test of an outside laboratory (90) names that laboratory, 2420B or 2420C or 2310C. 277CA A8:453. */
final class OutsideLaboratory extends ClaimEdit {
    private static final List<ClaimStatus> UNNAMED = Statuses.of("A8:453");
    private static final long OUTSIDE = PackedText.pack("90");

    @Override
    public String id() {
        return "outside-laboratory";
    }

    @Override
    public String explanation() {
        return "A test with modifier 90 names the outside laboratory: as provider of the purchased service or as place of the"
                + " service.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2400 SV101-3, 2420B, 2420C and 2310C; CMS claims processing manual, chapter 16, 40.1";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(UNNAMED);
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
            if (line.hasModifier(OUTSIDE) && context.billsKnownCode(i) && !claim.facility().present()
                    && !line.provider(LineProvider.PURCHASED).present() && !line.provider(LineProvider.FACILITY).present()) {
                findings.line(i, line.servicePosition(), "SV101-3", UNNAMED,
                        Shown.code(line.procedure()) + " carries 90 and names no outside laboratory",
                        "the laboratory in 2420B, 2420C or 2310C");
                findings.suggest(i, "name the laboratory that did the test, or take 90 off",
                        "90 says that another laboratory did it", "who did the test");
            }
        }
    }
}
