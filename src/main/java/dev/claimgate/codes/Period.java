package dev.claimgate.codes;

/**
 * What holds in a period, and what in others: a chain of periods that do not overlap. Sources repeat few combinations, so
 * equal chains are one object that many codes share, and stay in the processor's cache.
 *
 * @param effective first day {@code yyyymmdd}
 * @param ended     last day
 * @param next      another period, {@code null} if there is none
 */
record Period<V>(int effective, int ended, V value, Period<V> next) {

    /** The value on a day, {@code otherwise} if the chain is empty or no period holds it. */
    static <V> V on(Period<V> chain, int day, V otherwise) {
        for (Period<V> period = chain; period != null; period = period.next) {
            if (period.effective <= day && day <= period.ended) {
                return period.value;
            }
        }
        return otherwise;
    }

    /** The period that holds a day, {@code null} if none does. */
    static <V> Period<V> find(Period<V> chain, int day) {
        for (Period<V> period = chain; period != null; period = period.next) {
            if (period.effective <= day && day <= period.ended) {
                return period;
            }
        }
        return null;
    }

    /** Last day of all periods, 0 for an empty chain. */
    static int lastDay(Period<?> chain) {
        int last = 0;
        for (Period<?> period = chain; period != null; period = period.next) {
            last = Math.max(last, period.ended);
        }
        return last;
    }
}
