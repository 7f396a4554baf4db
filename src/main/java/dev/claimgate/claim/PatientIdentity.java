package dev.claimgate.claim;

import dev.claimgate.x12.Text;

/**
 * Who a patient is, as far as claims of one sender must agree to be of one patient: kind of file (ISA15), payer, member id, day
 * of birth and first name. Tests are no history of production, and what went to another payer none of this one. Members of a
 * family may share an id, twins a birthday. Writing differs in case and punctuation, so only letters and digits count.
 */
public final class PatientIdentity {
    private static final char SEPARATOR = '|';

    private PatientIdentity() {
    }

    /** Of a claim's patient; empty if member id or birthday was not sent, so that nobody is taken for another. */
    public static String of(String usage, Claim claim) {
        return of(usage, claim.payer().id(), claim.subscriber().id(), claim.patient().firstName(), claim.patient().birthDate());
    }

    static String of(String usage, Text payerId, Text memberId, Text firstName, int birthDate) {
        StringBuilder text = new StringBuilder(48).append(usage).append(SEPARATOR);
        append(payerId, text);
        text.append(SEPARATOR);
        int before = text.length();
        append(memberId, text);
        if (text.length() == before || birthDate <= 0) {
            return "";
        }
        text.append(SEPARATOR).append(birthDate).append(SEPARATOR);
        append(firstName, text);
        return text.toString();
    }

    private static void append(Text from, StringBuilder to) {
        for (int i = 0; i < from.length(); i++) {
            int b = from.byteAt(i);
            if (b >= 'a' && b <= 'z') {
                to.append((char) (b - 'a' + 'A'));
            } else if (b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b < 0) {
                to.append((char) (b & 0xff));
            }
        }
    }
}
