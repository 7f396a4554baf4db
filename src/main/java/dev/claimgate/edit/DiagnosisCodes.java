package dev.claimgate.edit;

import dev.claimgate.claim.Claim;
import dev.claimgate.codes.CodeTables;
import dev.claimgate.finding.ClaimStatus;
import dev.claimgate.x12.PackedText;
import java.util.List;

/**
 * Diagnoses are billable ICD-10-CM codes on the first day of service, each once. 2300 HI; 277CA A7:254 for the principal,
 * A7:255 for others, with A7:772 for a header code and A7:700 for the wrong one of ICD-9 and ICD-10: since the day decides,
 * they are never mixed.
 */
final class DiagnosisCodes extends ClaimEdit {
    private static final long ICD9_PRINCIPAL = PackedText.pack("BK");
    private static final long ICD9_OTHER = PackedText.pack("BF");
    /** First service day of ICD-10-CM. */
    private static final int ICD10_FROM = 20151001;
    private static final String LIST = "a billable ICD-10-CM code of the day of service";

    /** The statuses of one fault, for the principal diagnosis and for the others. */
    private record Fault(List<ClaimStatus> principal, List<ClaimStatus> other) {
        static Fault of(String... more) {
            return new Fault(with("A7:254", more), with("A7:255", more));
        }

        private static List<ClaimStatus> with(String first, String... more) {
            return more.length == 0 ? Statuses.of(first) : Statuses.of(first, more[0]);
        }
    }

    private static final Fault WRONG = Fault.of();
    private static final Fault HEADER = Fault.of("A7:772");
    private static final Fault OTHER_CODE_SET = Fault.of("A7:700");

    @Override
    public String id() {
        return "diagnosis-codes";
    }

    @Override
    public String explanation() {
        return "Each diagnosis is a billable ICD-10-CM code on the day of service, written without decimal point, and not"
                + " repeated.";
    }

    @Override
    public String source() {
        return "005010X222A1, 2300 HI; ICD-10-CM order file, valid-for-claims flag";
    }

    @Override
    public List<List<ClaimStatus>> statuses() {
        return List.of(WRONG.principal, WRONG.other, HEADER.principal, HEADER.other,
                OTHER_CODE_SET.principal, OTHER_CODE_SET.other);
    }

    @Override
    public void check(Claim claim, EditContext context, ClaimFindings findings) {
        int first = claim.serviceFrom();
        int day = first == 0 ? context.receivedOn() : first;
        for (int i = 0; i < claim.diagnosisCount(); i++) {
            if (claim.diagnosis(i) != 0) {
                checkOne(claim, i, day, context.tables(), findings);
            }
        }
    }

    private static void checkOne(Claim claim, int i, int day, CodeTables tables, ClaimFindings findings) {
        long code = claim.diagnosis(i);
        if (isIcd9(claim.diagnosisQualifier(i))) {
            if (day >= ICD10_FROM) {
                report(claim, i, OTHER_CODE_SET, "is sent as ICD-9-CM",
                        "services since October 2015 carry ICD-10-CM, qualifier ABK or ABF", findings);
            }
        } else if (day < ICD10_FROM) {
            report(claim, i, OTHER_CODE_SET, "is sent as ICD-10-CM",
                    "services before October 2015 carry ICD-9-CM, qualifier BK or BF", findings);
        } else if (hasPoint(code)) {
            report(claim, i, WRONG, "has a decimal point", "the same code without the point", findings);
        } else if (repeats(claim, i)) {
            report(claim, i, WRONG, "is on the claim already", "each diagnosis once", findings);
        } else {
            checkState(claim, i, day, tables, findings);
        }
    }

    private static void checkState(Claim claim, int i, int day, CodeTables tables, ClaimFindings findings) {
        switch (tables.diagnosis(claim.diagnosis(i), day)) {
            case BILLABLE -> { }
            case HEADER -> {
                reportState(claim, i, HEADER, "is the header of finer codes", day, tables, findings);
                suggestFiner(claim.diagnosis(i), day, tables, findings);
            }
            case OUT_OF_FORCE -> reportState(claim, i, WRONG, "is not in force on the day of service", day, tables, findings);
            case UNKNOWN -> reportState(claim, i, WRONG, "is not an ICD-10-CM code", day, tables, findings);
        }
    }

    private static void reportState(Claim claim, int i, Fault fault, String found, int day, CodeTables tables,
                                    ClaimFindings findings) {
        report(claim, i, fault, found, LIST, findings);
        findings.cite(tables.citations().diagnosis(claim.diagnosis(i), day));
    }

    private static void suggestFiner(long header, int day, CodeTables tables, ClaimFindings findings) {
        String finer = NearbyCodes.finerDiagnoses(header, day, tables);
        if (!finer.isEmpty()) {
            findings.suggest("send a billable code beneath " + Shown.code(header) + ", such as " + finer,
                    "a header names a group of conditions, a claim needs the one",
                    "the condition is that of the finer code: its kind, site and side");
        }
    }

    private static void report(Claim claim, int i, Fault fault, String found, String expected, ClaimFindings findings) {
        findings.claim("2300", claim.diagnosisPosition(), "HI%02d-2".formatted(i + 1),
                i == 0 ? fault.principal() : fault.other(), Shown.code(claim.diagnosis(i)) + " " + found, expected);
    }

    private static boolean isIcd9(long qualifier) {
        return qualifier == ICD9_PRINCIPAL || qualifier == ICD9_OTHER;
    }

    private static boolean hasPoint(long code) {
        for (long rest = code; rest != 0; rest >>>= 8) {
            if ((rest & 0xff) == '.') {
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(Claim claim, int i) {
        for (int earlier = 0; earlier < i; earlier++) {
            if (claim.diagnosis(earlier) == claim.diagnosis(i)) {
                return true;
            }
        }
        return false;
    }
}
