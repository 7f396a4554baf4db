package dev.claimgate.guide;

/** Whether a guide wants a loop, segment or element. */
enum Usage {
    /** Required by the guide and mandatory in the base standard. */
    MANDATORY,
    REQUIRED,
    SITUATIONAL,
    NOT_USED;

    boolean required() {
        return this == MANDATORY || this == REQUIRED;
    }

    static Usage of(String letter) {
        return switch (letter) {
            case "M" -> MANDATORY;
            case "R" -> REQUIRED;
            case "S" -> SITUATIONAL;
            case "N" -> NOT_USED;
            default -> throw new IllegalArgumentException("usage '" + letter + "', must be M, R, S or N");
        };
    }
}
