package dev.claimgate.web;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.ClaimDraft;
import dev.claimgate.claim.ServiceLine;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads schema {@code CodingRequest} of {@code openapi.yaml}: a claim that is still being coded. */
public final class CodingRequest {
    private static final String DATE = "a date such as 2026-11-30";

    private final List<String> faults = new ArrayList<>();

    private CodingRequest() {
    }

    /** @throws CodingRequestException with all that is wrong, each with its place and what would be right */
    public static ClaimDraft read(JsonObject request) throws CodingRequestException {
        CodingRequest reading = new CodingRequest();
        ClaimDraft draft = new ClaimDraft();
        reading.claim(new JsonReading(request, "", reading.faults), draft);
        if (!reading.faults.isEmpty()) {
            throw new CodingRequestException(reading.faults);
        }
        return draft;
    }

    private void claim(JsonReading request, ClaimDraft draft) {
        request.only(Set.of("date", "place", "payer", "patient", "diagnoses", "lines"));
        int date = request.date("date", 0);
        draft.place(request.text("place", "[0-9]{2}", "two digits"));
        draft.payer(request.text("payer", "[!-~ ]{2,80}", "2 to 80 characters, the payer's id"));
        JsonReading patient = request.object("patient");
        patient.only(Set.of("birthDate", "sex"));
        draft.patient(patient.date("birthDate", 0), patient.text("sex", "[FMU]", "F, M or U"));
        request.texts("diagnoses", Claim.DIAGNOSES_MAX, "[A-Za-z][0-9][0-9A-Za-z]\\.?[0-9A-Za-z]{0,4}",
                "an ICD-10-CM code such as L57.0 or L570")
                .forEach(code -> draft.diagnosis(code.replace(".", "").toUpperCase(Locale.ROOT)));
        List<JsonReading> lines = request.objects("lines", Claim.LINES_MAX);
        if (lines.isEmpty()) {
            faults.add("lines: must be a list of 1 to " + Claim.LINES_MAX + " service lines");
        }
        for (JsonReading line : lines) {
            line(line, date, draft);
        }
    }

    private void line(JsonReading line, int date, ClaimDraft draft) {
        line.only(Set.of("procedure", "modifiers", "units", "charge", "pointers", "place", "date", "dateTo", "description"));
        String procedure = line.text("procedure", "[0-9A-Z]{5}", "five digits or capital letters");
        if (procedure.isEmpty()) {
            line.fault("procedure", "five digits or capital letters");
        }
        List<String> modifiers = line.texts("modifiers", ServiceLine.MODIFIERS_MAX, "[0-9A-Z]{2}",
                "two digits or capital letters");
        BigDecimal units = line.number("units", BigDecimal.ONE, 3, new BigDecimal("99999.999"));
        BigDecimal charge = new BigDecimal(line.text("charge", "[0-9]{1,9}(\\.[0-9]{1,2})?",
                "dollars and cents as text, \"125.00\"", "0"));
        List<Integer> pointers = line.integers("pointers", ServiceLine.POINTERS_MAX, 1, Claim.DIAGNOSES_MAX);
        String place = line.text("place", "[0-9]{2}", "two digits");
        int from = line.date("date", date);
        int to = line.date("dateTo", from);
        String description = line.text("description", "[ -~]{1,80}", "1 to 80 characters");
        if (from == 0) {
            line.fault("date", DATE + ", here or for the whole claim");
        }
        if (faults.isEmpty()) {
            draft.line(new ClaimDraft.Line(procedure, modifiers, units.movePointRight(3).longValueExact(),
                    charge.movePointRight(2).longValueExact(), pointers.isEmpty() ? List.of(1) : pointers, place, from, to,
                    description));
        }
    }
}
