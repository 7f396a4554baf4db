package dev.claimgate.sample;

import dev.claimgate.sample.Practice.Doctor;
import dev.claimgate.x12.SegmentWriter;
import java.util.List;

/** Loop 2300 and what stands in it. */
final class ClaimWriter {
    private final SegmentWriter out;

    ClaimWriter(SegmentWriter out) {
        this.out = out;
    }

    void write(SampleClaim claim, Practice practice) {
        out.segment("CLM").element(claim.patientControlNumber).element(amount(claim.chargeCents)).skip(2)
                .composite(claim.placeOfService, "B", "1").element("Y").element("A").element("Y").element("Y").end();
        diagnoses(claim.diagnoses);
        claim.referring.ifPresent(doctor -> doctor("DN", doctor));
        claim.rendering.ifPresent(doctor -> rendering(doctor));
        if (claim.placeOfService.equals("22")) {
            facility(practice);
        }
        int number = 0;
        String day = day(claim);
        for (SampleLine line : claim.lines) {
            line(++number, line, day);
            out.segment("REF").element("6R").element(claim.patientControlNumber + "L" + number).end();
        }
    }

    private void diagnoses(List<String> codes) {
        out.segment("HI");
        String qualifier = "ABK";
        for (String code : codes) {
            out.composite(qualifier, code);
            qualifier = "ABF";
        }
        out.end();
    }

    private void doctor(String role, Doctor doctor) {
        out.segment("NM1").element(role).element("1").element(doctor.lastName()).element(doctor.firstName()).skip(3)
                .element("XX").element(doctor.npi()).end();
    }

    private void rendering(Doctor doctor) {
        doctor("82", doctor);
        out.segment("PRV").element("PE").element("PXC").element(Practice.TAXONOMY).end();
    }

    private void facility(Practice practice) {
        out.segment("NM1").element("77").element("2").element(practice.town().city() + " HOSPITAL").end();
        out.segment("N3").element("1 HOSPITAL DR").end();
        out.segment("N4").element(practice.town().city()).element(practice.town().state())
                .element(practice.town().zip() + practice.zipExtension()).end();
    }

    private void line(int number, SampleLine line, String day) {
        out.segment("LX").element(number).end();
        String[] procedure = new String[2 + line.modifiers.size()];
        procedure[0] = "HC";
        procedure[1] = line.code;
        for (int i = 2; i < procedure.length; i++) {
            procedure[i] = line.modifiers.get(i - 2);
        }
        String[] pointers = line.pointers.stream().map(String::valueOf).toArray(String[]::new);
        out.segment("SV1").composite(procedure).element(amount(line.chargeCents())).element("UN").element(line.units)
                .skip(2).composite(pointers).end();
        out.segment("DTP").element("472").element("D8").element(day).end();
    }

    private static String day(SampleClaim claim) {
        return Integer.toString(claim.serviceDate.getYear() * 10_000 + claim.serviceDate.getMonthValue() * 100
                + claim.serviceDate.getDayOfMonth());
    }

    /** Dollars without needless zeros, as X12 wants them: 150, 150.5, 150.25. */
    static String amount(long cents) {
        long fraction = cents % 100;
        String dollars = Long.toString(cents / 100);
        if (fraction == 0) {
            return dollars;
        }
        return fraction % 10 == 0 ? dollars + "." + fraction / 10 : dollars + (fraction < 10 ? ".0" : ".") + fraction;
    }
}
