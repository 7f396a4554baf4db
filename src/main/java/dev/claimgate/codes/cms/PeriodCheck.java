package dev.claimgate.codes.cms;

import dev.claimgate.codes.AddOnType;
import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.Days;
import dev.claimgate.codes.Indicators;
import dev.claimgate.codes.PairRule;
import dev.claimgate.codes.PayerRule;
import dev.claimgate.codes.RelativeValue;
import dev.claimgate.codes.UnitsLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands rows on that can stand beside those before them. A period that ends before it starts, or has a day in common with an
 * earlier row of the same key, is refused with an {@link IllegalArgumentException} that names that row.
 */
final class PeriodCheck implements CodeTableRows {
    private static final int BASE = 37;
    private static final int CODE_BYTES = 5;

    private final CodeTableRows rows;
    private final List<String> files = new ArrayList<>();
    private final PeriodIndex procedures = new PeriodIndex();
    private final PeriodIndex keys = new PeriodIndex();
    private final PeriodIndex modifiers = new PeriodIndex();
    private final Map<Long, AddOnType> addOnTypes = new HashMap<>();
    private long line;
    private int handedOn;
    private int newestStart;

    PeriodCheck(CodeTableRows rows) {
        this.rows = rows;
    }

    void file(String name) {
        files.add(name);
    }

    void line(int number) {
        line = (long) (files.size() - 1) << 32 | number;
    }

    /** Rows handed on so far; relative values belong to their procedures. */
    int handedOn() {
        return handedOn;
    }

    /** The latest day on which a row starts, 0 if none tells. */
    int newestStart() {
        return newestStart;
    }

    @Override
    public void procedure(long code, int effective, int ended, Indicators indicators) {
        check(procedures, code, effective, ended);
        rows.procedure(code, effective, ended, indicators);
    }

    @Override
    public void unitsLimit(long code, int effective, int ended, UnitsLimit limit) {
        check(keys, code, effective, ended);
        rows.unitsLimit(code, effective, ended, limit);
    }

    @Override
    public void addOn(long addOn, long primary, int effective, int ended, AddOnType type) {
        AddOnType earlier = addOnTypes.putIfAbsent(addOn, type);
        if (earlier != null && earlier != type) {
            throw new IllegalArgumentException("gives the add-on type " + type.ordinal() + ", must be " + earlier.ordinal()
                    + " as in an earlier row of the same add-on");
        }
        check(keys, pair(addOn, primary), effective, ended);
        rows.addOn(addOn, primary, effective, ended, type);
    }

    @Override
    public void pair(long column1, long column2, int effective, int ended, PairRule rule) {
        check(keys, pair(column1, column2), effective, ended);
        rows.pair(column1, column2, effective, ended, rule);
    }

    @Override
    public void modifier(long code, int effective, int ended, boolean bypass) {
        check(modifiers, code, effective, ended);
        rows.modifier(code, effective, ended, bypass);
    }

    @Override
    public void place(long code, int effective, int ended, boolean facility) {
        check(keys, code, effective, ended);
        rows.place(code, effective, ended, facility);
    }

    @Override
    public void diagnosis(long code, int effective, int ended, boolean billable) {
        check(keys, code, effective, ended);
        rows.diagnosis(code, effective, ended, billable);
    }

    @Override
    public void relativeValue(long code, int effective, int ended, RelativeValue value) {
        rows.relativeValue(code, effective, ended, value);
    }

    @Override
    public void taxonomy(String code, int effective, int ended) {
        check(keys, Long.parseLong(code, 36), effective, ended);
        rows.taxonomy(code, effective, ended);
    }

    @Override
    public void payerRule(String payerId, long code, int effective, int ended, PayerRule rule) {
        check(keys, code, effective, ended);
        rows.payerRule(payerId, code, effective, ended, rule);
    }

    private void check(PeriodIndex index, long key, int effective, int ended) {
        if (ended < effective) {
            throw new IllegalArgumentException("the period ends " + Days.text(ended) + ", must not end before it starts "
                    + Days.text(effective));
        }
        long earlier = index.add(key, effective, ended, line);
        if (earlier >= 0) {
            throw new IllegalArgumentException("repeats or overlaps " + files.get((int) (earlier >>> 32)) + " line "
                    + (int) earlier + ", must be one row for each day of a code or pair");
        }
        newestStart = Math.max(newestStart, effective);
        handedOn++;
    }

    /** Codes of five characters as numbers to the base of 37, 27 bits each. */
    private static long pair(long first, long second) {
        return number(first) << 27 | number(second);
    }

    private static long number(long code) {
        long number = 0;
        for (int shift = (CODE_BYTES - 1) * 8; shift >= 0; shift -= 8) {
            int b = (int) (code >>> shift) & 0xff;
            number = number * BASE + (b == 0 ? 0 : b <= '9' ? b - '0' + 1 : b - 'A' + 11);
        }
        return number;
    }
}
