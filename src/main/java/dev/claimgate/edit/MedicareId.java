package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.Party;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;
import java.util.Set;

/**
 * A claim to Medicare Part B names the patient by a Medicare Beneficiary Identifier. Numbers of before 2020 are left
 * alone. 2010BA NM109; 277CA A7:164:IL.
 */
final class MedicareId extends ClaimEdit {
    private static final List<ClaimStatus> WRONG_ID = Statuses.of("A7:164:IL");
    private static final long MEDICARE_PART_B = PackedText.pack("MB");
    private static final long MEMBER_ID = PackedText.pack("MI");
    /** From this service day on only the MBI is taken. */
    private static final int MBI_ONLY_FROM = 20200101;

    @Override
    public String id() {
        return "medicare-id";
    }

    @Override
    public String explanation() {
        return "A claim to Medicare carries the patient's Medicare number of eleven characters.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2010BA NM109 with 2000B SBR09 = MB; CMS edit X222.121.2010BA.NM109.020; CMS "
                + "format of the MBI";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG_ID);
    }

    @Override
    public Set<Trait> concerns() {
        return Set.of(Trait.MEDICARE);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        Party subscriber = claim.subscriber();
        if (claim.filingIndicator() == MEDICARE_PART_B && subscriber.idQualifier() == MEMBER_ID
                && claim.serviceFrom() >= MBI_ONLY_FROM && !MedicareNumber.valid(subscriber.id())) {
            findings.claim("2010BA", subscriber.position(), "NM109", WRONG_ID,
                    "the member id does not have the form of a Medicare number",
                    "eleven characters as on the Medicare card, without dashes: 1EG4TE5MK73 is an example");
        }
    }
}
