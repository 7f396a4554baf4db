package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ServiceLine;
import dev.claimgate.codes.CodeKind;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.codes.PlaceOfService;
import dev.claimgate.finding.ClaimStatus;
import java.util.List;

/** The place of service is one of the CMS list. 2300 CLM05-1, 2400 SV105; 277CA A7:249. */
final class PlaceExists extends ClaimEdit {
    private static final List<ClaimStatus> UNKNOWN = Statuses.of("A7:249");
    private static final String EXPECTED = "a place-of-service code of the CMS list that holds on the day of service";

    @Override
    public String id() {
        return "place-of-service";
    }

    @Override
    public String explanation() {
        return "The place of service of the claim and of each line is an assigned code.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 CLM05-1 and 2400 SV105; CMS place-of-service code set";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(UNKNOWN);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        CodeTables tables = context.tables();
        int first = claim.serviceFrom();
        if (unknown(claim.placeOfService(), first == 0 ? context.receivedOn() : first, tables)) {
            findings.claim("2300", claim.position(), "CLM05-1", UNKNOWN, found(claim.placeOfService()), EXPECTED);
            findings.cite(tables.citations().list(CodeKind.PLACES, context.receivedOn()));
        }
        for (int i = 0; i < claim.lineCount(); i++) {
            ServiceLine line = claim.line(i);
            if (line.dateFrom() != 0 && unknown(line.placeOfService(), line.dateFrom(), tables)) {
                findings.line(i, line.servicePosition(), "SV105", UNKNOWN, found(line.placeOfService()), EXPECTED);
                findings.cite(tables.citations().list(CodeKind.PLACES, line.dateFrom()));
            }
        }
    }

    private static boolean unknown(long place, int day, CodeTables tables) {
        return place != 0 && tables.placeOfService(place, day) == PlaceOfService.UNKNOWN;
    }

    private static String found(long place) {
        return "the place of service is " + Shown.code(place);
    }
}
