package dev.claimgate.codes;

/** What one payer's own list says of procedures, by day. Immutable; a look-up allocates nothing. */
public final class PayerList {
    /** Of a payer without a list. */
    public static final PayerList NONE = new PayerList(new DatedTableBuilder());

    private static final int COVERED_BIT = 1;

    private final DatedTable<PayerRule> rules;

    PayerList(DatedTableBuilder rows) {
        rules = rows.build(PayerRule[]::new,
                packed -> new PayerRule((packed & COVERED_BIT) != 0, (int) (packed >>> COVERED_BIT)));
    }

    static long pack(PayerRule rule) {
        return (long) rule.unitsMax() << COVERED_BIT | (rule.covered() ? COVERED_BIT : 0);
    }

    public boolean isEmpty() {
        return rules.size() == 0;
    }

    /** {@link PayerRule#UNLISTED} for a code that the list does not name on that day. */
    public PayerRule rule(long code, int day) {
        return rules.valueOr(code, day, PayerRule.UNLISTED);
    }

    int size() {
        return rules.size();
    }
}
