package dev.claimgate.superbill;

import static dev.claimgate.superbill.BillField.*;

import dev.claimgate.x12.SegmentWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes loop 2300 and what lies in it. */
final class LoopWriter {
    private static final int UNIT_DECIMALS = 3;

    private final SegmentWriter out;

    LoopWriter(SegmentWriter out) {
        this.out = out;
    }

    void write(Bill bill) {
        String frequency = bill.has(FREQUENCY) ? bill.text(FREQUENCY) : "1";
        out.segment("CLM").element(bill.text(PATIENT_CONTROL_NUMBER)).decimal(bill.chargeCents(), 2).skip(2)
                .composite(bill.text(PLACE_OF_SERVICE), "B", frequency)
                .element("Y").element("A").element("Y").element("Y").end();
        reference("G1", bill.text(PRIOR_AUTHORIZATION));
        reference("F8", bill.text(ORIGINAL_CLAIM_NUMBER));
        diagnoses(bill.all(DIAGNOSES));
        doctor("DN", bill, REFERRING_NPI, REFERRING_LAST_NAME, REFERRING_FIRST_NAME);
        doctor("82", bill, RENDERING_NPI, RENDERING_LAST_NAME, RENDERING_FIRST_NAME);
        if (bill.has(RENDERING_NPI) && bill.has(RENDERING_TAXONOMY)) {
            out.segment("PRV").element("PE").element("PXC").element(bill.text(RENDERING_TAXONOMY)).end();
        }
        int number = 0;
        for (Map<BillField, List<String>> service : bill.services()) {
            service(++number, service);
            reference("6R", bill.text(PATIENT_CONTROL_NUMBER) + "L" + number);
        }
    }

    private void reference(String qualifier, String value) {
        if (!value.isEmpty()) {
            out.segment("REF").element(qualifier).element(value).end();
        }
    }

    private void diagnoses(List<String> codes) {
        out.segment("HI");
        String qualifier = "ABK";
        for (String code : codes) {
            out.composite(qualifier, code.replace(".", ""));
            qualifier = "ABF";
        }
        out.end();
    }

    private void doctor(String role, Bill bill, BillField npi, BillField lastName, BillField firstName) {
        if (bill.has(npi)) {
            out.segment("NM1").element(role).element("1").element(bill.text(lastName)).element(bill.text(firstName)).skip(3)
                    .element("XX").element(bill.text(npi)).end();
        }
    }

    private void service(int number, Map<BillField, List<String>> service) {
        List<String> procedure = new ArrayList<>(List.of("HC", Bill.text(service, PROCEDURE)));
        procedure.addAll(service.getOrDefault(MODIFIERS, List.of()));
        String[] pointers = service.getOrDefault(POINTERS, List.of()).stream().map(LoopWriter::pointer).toArray(String[]::new);
        BigDecimal units = new BigDecimal(Bill.text(service, UNITS)).movePointRight(UNIT_DECIMALS);
        out.segment("LX").element(number).end();
        out.segment("SV1").composite(procedure.toArray(String[]::new))
                .decimal(Bill.cents(Bill.text(service, CHARGE)), 2).element("UN")
                .decimal(units.longValueExact(), UNIT_DECIMALS).skip(2).composite(pointers).end();
        out.segment("DTP").element("472").element("D8").element(Bill.text(service, SERVICE_DATE)).end();
    }

    /** The paper form counts diagnoses by letters. */
    private static String pointer(String place) {
        char first = place.charAt(0);
        return Character.isDigit(first) ? place : Integer.toString(first - 'A' + 1);
    }
}
