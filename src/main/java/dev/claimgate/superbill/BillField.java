package dev.claimgate.superbill;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an 837P is made from, by the names that {@code claims.yaml} uses for it: {@code billingNpi} for {@link #BILLING_NPI}.
 * Names, streets and other texts have no pattern of their own, codes and numbers do.
 */
enum BillField {
    BATCH_NUMBER(Level.BATCH, true, Shape.text(30)),
    SUBMITTER_PHONE(Level.BATCH, true, Shape.PHONE),

    BILLING_NPI(Level.CLAIM, true, Shape.NPI),
    BILLING_TAX_ID(Level.CLAIM, true, Shape.of("[0-9]{9}", "nine digits")),
    BILLING_TAXONOMY(Level.CLAIM, false, Shape.TAXONOMY),
    BILLING_NAME(Level.CLAIM, true, Shape.text(60)),
    /** Of a person; an organization has none. */
    BILLING_FIRST_NAME(Level.CLAIM, false, Shape.text(35)),
    BILLING_STREET(Level.CLAIM, true, Shape.text(55)),
    BILLING_CITY(Level.CLAIM, true, Shape.text(30)),
    BILLING_STATE(Level.CLAIM, true, Shape.STATE),
    BILLING_ZIP(Level.CLAIM, true, Shape.of("[0-9]{9}", "nine digits, the ZIP code with its extension")),

    PATIENT_CONTROL_NUMBER(Level.CLAIM, true, Shape.text(20)),
    /** Of the patient to the subscriber: SBR02 if 18, else PAT01. */
    RELATIONSHIP(Level.CLAIM, true, Shape.of("18|01|19|20|21|39|40|53|G8", "18, 01, 19, 20, 21, 39, 40, 53 or G8")),
    PATIENT_LAST_NAME(Level.CLAIM, true, Shape.text(60)),
    PATIENT_FIRST_NAME(Level.CLAIM, false, Shape.text(35)),
    PATIENT_BIRTH_DATE(Level.CLAIM, true, Shape.DATE),
    PATIENT_GENDER(Level.CLAIM, true, Shape.of("[FMU]", "F, M or U")),
    PATIENT_STREET(Level.CLAIM, true, Shape.text(55)),
    PATIENT_CITY(Level.CLAIM, true, Shape.text(30)),
    PATIENT_STATE(Level.CLAIM, true, Shape.STATE),
    PATIENT_ZIP(Level.CLAIM, true, Shape.of("[0-9]{5}([0-9]{4})?", "five or nine digits")),
    /** Needed where the patient is not the subscriber himself. */
    SUBSCRIBER_LAST_NAME(Level.CLAIM, false, Shape.text(60)),
    SUBSCRIBER_FIRST_NAME(Level.CLAIM, false, Shape.text(35)),
    MEMBER_ID(Level.CLAIM, true, Shape.text(80)),
    GROUP_NUMBER(Level.CLAIM, false, Shape.text(50)),
    PAYER_ID(Level.CLAIM, true, Shape.text(80)),
    PAYER_NAME(Level.CLAIM, true, Shape.text(60)),
    FILING_INDICATOR(Level.CLAIM, true, Shape.of("[A-Z0-9]{2}", "a claim filing indicator of two characters, SBR09")),

    PLACE_OF_SERVICE(Level.CLAIM, true, Shape.of("[0-9]{2}", "two digits")),
    FREQUENCY(Level.CLAIM, false, Shape.of("[178]", "1, 7 or 8")),
    ORIGINAL_CLAIM_NUMBER(Level.CLAIM, false, Shape.text(50)),
    PRIOR_AUTHORIZATION(Level.CLAIM, false, Shape.text(50)),
    DIAGNOSES(Level.CLAIM, true, Shape.of("[A-Z][0-9][0-9A-Z]\\.?[0-9A-Z]{0,4}", "diagnosis codes, 1 to 12"), 12),
    RENDERING_NPI(Level.CLAIM, false, Shape.NPI),
    RENDERING_LAST_NAME(Level.CLAIM, false, Shape.text(60)),
    RENDERING_FIRST_NAME(Level.CLAIM, false, Shape.text(35)),
    RENDERING_TAXONOMY(Level.CLAIM, false, Shape.TAXONOMY),
    REFERRING_NPI(Level.CLAIM, false, Shape.NPI),
    REFERRING_LAST_NAME(Level.CLAIM, false, Shape.text(60)),
    REFERRING_FIRST_NAME(Level.CLAIM, false, Shape.text(35)),

    SERVICE_DATE(Level.SERVICE, true, Shape.DATE),
    PROCEDURE(Level.SERVICE, true, Shape.of("[A-Z0-9]{5}", "a procedure code of five characters")),
    MODIFIERS(Level.SERVICE, false, Shape.of("[A-Z0-9]{2}", "modifiers of two characters, at most 4"), 4),
    POINTERS(Level.SERVICE, true, Shape.of("[1-9]|1[0-2]|[A-L]", "places of diagnoses, 1 to 12 or A to L, at most 4"), 4),
    UNITS(Level.SERVICE, true, Shape.of("[0-9]{1,4}(\\.[0-9]{1,3})?", "a number of units")),
    CHARGE(Level.SERVICE, true, Shape.of("[0-9]{1,8}(\\.[0-9]{1,2})?", "an amount such as 125.00"));

    /** Which record of the path to a service it may stand in: the first only, all but the last, any. */
    enum Level { BATCH, CLAIM, SERVICE }

    /**
     * What a value looks like.
     *
     * @param pattern of the whole value
     * @param right   the same in words
     */
    record Shape(Pattern pattern, String right) {
        static final Shape DATE = of(".{1,20}", "a date");
        static final Shape NPI = of("[12][0-9]{9}", "an NPI of ten digits");
        static final Shape PHONE = of("[0-9]{10}", "ten digits");
        static final Shape STATE = of("[A-Z]{2}", "two capitals");
        static final Shape TAXONOMY = of("[0-9A-Z]{10}", "a taxonomy code of ten characters");

        static Shape of(String regex, String right) {
            return new Shape(Pattern.compile(regex), right);
        }

        static Shape text(int max) {
            return of(".{1," + max + "}", "1 to " + max + " characters");
        }
    }

    private final String key;
    private final Level level;
    private final boolean required;
    private final Shape shape;
    private final int valuesMax;

    BillField(Level level, boolean required, Shape shape) {
        this(level, required, shape, 1);
    }

    BillField(Level level, boolean required, Shape shape, int valuesMax) {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        this.key = words[0] + Arrays.stream(words).skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).reduce("", String::concat);
        this.level = level;
        this.required = required;
        this.shape = shape;
        this.valuesMax = valuesMax;
    }

    static Optional<BillField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    Level level() {
        return level;
    }

    boolean required() {
        return required;
    }

    Shape shape() {
        return shape;
    }

    boolean date() {
        return shape == Shape.DATE;
    }

    /** How many values it may have; 1 for all but lists. */
    int valuesMax() {
        return valuesMax;
    }
}
