package dev.claimgate.superbill;

import static dev.claimgate.superbill.BillField.*;

import dev.claimgate.x12.SegmentWriter;
import java.util.List;
import java.util.Map;

/** Writes the levels of a transaction set: billing providers, subscribers, patients, and the claims beneath them. */
final class LevelWriter {
    private final SegmentWriter out;
    private final LoopWriter claims;
    private int level;

    LevelWriter(SegmentWriter out) {
        this.out = out;
        this.claims = new LoopWriter(out);
    }

    void write(List<Bill> bills) {
        Map<BillField, List<String>> provider = Map.of();
        int parent = 0;
        for (Bill bill : bills) {
            if (!bill.provider().equals(provider)) {
                provider = bill.provider();
                parent = provider(bill);
            }
            subscriber(bill, parent);
            claims.write(bill);
        }
    }

    private int provider(Bill bill) {
        int id = ++level;
        out.segment("HL").element(id).skip(1).element("20").element("1").end();
        if (bill.has(BILLING_TAXONOMY)) {
            out.segment("PRV").element("BI").element("PXC").element(bill.text(BILLING_TAXONOMY)).end();
        }
        out.segment("NM1").element("85").element(bill.has(BILLING_FIRST_NAME) ? "1" : "2").element(bill.text(BILLING_NAME))
                .element(bill.text(BILLING_FIRST_NAME)).skip(3).element("XX").element(bill.text(BILLING_NPI)).end();
        address(bill, BILLING_STREET, BILLING_CITY, BILLING_STATE, BILLING_ZIP);
        out.segment("REF").element("EI").element(bill.text(BILLING_TAX_ID)).end();
        return id;
    }

    private void subscriber(Bill bill, int parent) {
        int id = ++level;
        out.segment("HL").element(id).element(parent).element("22").element(bill.self() ? "0" : "1").end();
        out.segment("SBR").element("P").element(bill.self() ? "18" : "").element(bill.text(GROUP_NUMBER)).skip(5)
                .element(bill.text(FILING_INDICATOR)).end();
        BillField lastName = bill.self() ? PATIENT_LAST_NAME : SUBSCRIBER_LAST_NAME;
        BillField firstName = bill.self() ? PATIENT_FIRST_NAME : SUBSCRIBER_FIRST_NAME;
        out.segment("NM1").element("IL").element("1").element(bill.text(lastName)).element(bill.text(firstName)).skip(3)
                .element("MI").element(bill.text(MEMBER_ID)).end();
        if (bill.self()) {
            person(bill);
        }
        out.segment("NM1").element("PR").element("2").element(bill.text(PAYER_NAME)).skip(4).element("PI")
                .element(bill.text(PAYER_ID)).end();
        if (!bill.self()) {
            patient(bill, id);
        }
    }

    private void patient(Bill bill, int parent) {
        out.segment("HL").element(++level).element(parent).element("23").element("0").end();
        out.segment("PAT").element(bill.text(RELATIONSHIP)).end();
        out.segment("NM1").element("QC").element("1").element(bill.text(PATIENT_LAST_NAME))
                .element(bill.text(PATIENT_FIRST_NAME)).end();
        person(bill);
    }

    private void person(Bill bill) {
        address(bill, PATIENT_STREET, PATIENT_CITY, PATIENT_STATE, PATIENT_ZIP);
        out.segment("DMG").element("D8").element(bill.text(PATIENT_BIRTH_DATE)).element(bill.text(PATIENT_GENDER)).end();
    }

    private void address(Bill bill, BillField street, BillField city, BillField state, BillField zip) {
        out.segment("N3").element(bill.text(street)).end();
        out.segment("N4").element(bill.text(city)).element(bill.text(state)).element(bill.text(zip)).end();
    }
}
