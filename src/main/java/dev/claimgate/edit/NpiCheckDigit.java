package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.LineProvider;
import dev.claimgate.claim.Party;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import dev.claimgate.x12.Text;
import java.util.List;

/**
 * A provider named by an NPI (NM108 = XX) has one that can exist. 2010AA, 2310A to 2310D, 2420A to 2420F; 277CA A7:562 with
 * the entity.
 */
final class NpiCheckDigit extends ClaimEdit {
    private static final long NPI = PackedText.pack("XX");
    private static final List<ClaimStatus> BILLING = Statuses.of("A7:562:85");
    private static final List<ClaimStatus> REFERRING = Statuses.of("A7:562:DN");
    private static final List<ClaimStatus> RENDERING = Statuses.of("A7:562:82");
    private static final List<ClaimStatus> FACILITY = Statuses.of("A7:562:77");
    private static final List<ClaimStatus> SUPERVISING = Statuses.of("A7:562:DQ");
    private static final List<ClaimStatus> PURCHASED = Statuses.of("A7:562:QB");
    private static final List<ClaimStatus> ORDERING = Statuses.of("A7:562:DK");
    private static final LineProvider[] PROVIDERS = LineProvider.values();
    private static final String EXPECTED = "an NPI has ten digits, starts with 1 or 2 and ends with its check digit";

    @Override
    public String id() {
        return "npi-check-digit";
    }

    @Override
    public String explanation() {
        return "The NPI of each provider on the claim is well formed and its check digit is right.";
    }

    @Override
    public String source() {
        return "005010X222A1, NM109 of 2010AA, 2310A-D and 2420A-F; 45 CFR 162.406, check digit by ISO/IEC 7812";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(BILLING, REFERRING, RENDERING, FACILITY, SUPERVISING, PURCHASED, ORDERING);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        checkParty(claim.billingProvider(), "2010AA", BILLING, findings);
        for (int i = 0; i < claim.referringCount(); i++) {
            checkParty(claim.referring(i), "2310A", REFERRING, findings);
        }
        checkParty(claim.rendering(), "2310B", RENDERING, findings);
        checkParty(claim.facility(), "2310C", FACILITY, findings);
        checkParty(claim.supervising(), "2310D", SUPERVISING, findings);
        for (int i = 0; i < claim.lineCount(); i++) {
            checkLine(claim.line(i), i, findings);
        }
    }

    private static void checkParty(Party party, String loop, List<ClaimStatus> statuses, ClaimFindings findings) {
        if (wrong(party)) {
            findings.claim(loop, party.position(), "NM109", statuses, found(party.id()), EXPECTED);
        }
    }

    private static void checkLine(ServiceLine line, int index, ClaimFindings findings) {
        checkParty(line.rendering(), "2420A", index, RENDERING, findings);
        if (line.hasProviders()) {
            for (LineProvider provider : PROVIDERS) {
                checkParty(line.provider(provider), provider.loop(), index, statuses(provider), findings);
            }
        }
    }

    private static void checkParty(Party party, String loop, int index, List<ClaimStatus> statuses, ClaimFindings findings) {
        if (wrong(party)) {
            findings.lineLoop(index, loop, party.position(), "NM109", statuses, found(party.id()), EXPECTED);
        }
    }

    private static List<ClaimStatus> statuses(LineProvider provider) {
        return switch (provider) {
            case PURCHASED -> PURCHASED;
            case FACILITY -> FACILITY;
            case SUPERVISING -> SUPERVISING;
            case ORDERING -> ORDERING;
            case REFERRING, SECOND_REFERRING -> REFERRING;
        };
    }

    private static boolean wrong(Party party) {
        return party.present() && party.idQualifier() == NPI && !party.id().isEmpty() && !Npi.valid(party.id());
    }

    private static String found(Text id) {
        return id + (Npi.tenDigits(id) ? " fails the check of an NPI" : " is not a number of ten digits");
    }
}
