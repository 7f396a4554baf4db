package dev.claimgate.codes;

/**
 * The policy indicators of a procedure as the physician fee schedule (CMS PPRRVU) gives them; digits 0 to 9, 9 meaning that
 * the concept does not apply.
 *
 * @param status    status code, {@code -} for a code that is not on the schedule
 * @param global    global period
 * @param multiple  reduction for multiple procedures
 * @param bilateral 1 and 3: may be billed with modifier 50
 * @param assistant assistant at surgery: 0 with documents, 1 not paid, 2 paid
 * @param coSurgery two surgeons: 1 with documents, 2 yes
 * @param team      team surgery: 1 with documents, 2 yes
 * @param pctc      professional and technical component: 1 the code has both, 6 laboratory interpretation
 */
public record Indicators(char status, GlobalPeriod global, int multiple, int bilateral, int assistant, int coSurgery,
                         int team, int pctc) {
    /** Those of a code that is not on the fee schedule. */
    public static final Indicators NONE = new Indicators('-', GlobalPeriod.XXX, 9, 9, 9, 9, 9, 9);

    private static final int DIGIT_BITS = 4;

    public Indicators {
        if (status != '-' && (status < 'A' || status > 'Z')) {
            throw new IllegalArgumentException("a fee-schedule status is a letter or '-', not '" + status + "'");
        }
        digit("multiple", multiple);
        digit("bilateral", bilateral);
        digit("assistant", assistant);
        digit("cosurgery", coSurgery);
        digit("team", team);
        digit("pctc", pctc);
    }

    private static void digit(String name, int value) {
        if (value < 0 || value > 9) {
            throw new IllegalArgumentException("indicator " + name + " is " + value + ", must be 0..9");
        }
    }

    /** For people, as the fee schedule's columns. */
    public String text() {
        return "status " + status + ", global " + global.code() + ", multiple " + multiple + ", bilateral " + bilateral
                + ", assistant " + assistant + ", co-surgeon " + coSurgery + ", team " + team + ", PC/TC " + pctc;
    }

    /** All of them in one number, so that equal ones are found without objects. */
    long pack() {
        long packed = status;
        packed = packed << DIGIT_BITS | global.ordinal();
        packed = packed << DIGIT_BITS | multiple;
        packed = packed << DIGIT_BITS | bilateral;
        packed = packed << DIGIT_BITS | assistant;
        packed = packed << DIGIT_BITS | coSurgery;
        packed = packed << DIGIT_BITS | team;
        return packed << DIGIT_BITS | pctc;
    }
}
