package dev.claimgate.store;

import dev.claimgate.codes.CodeTableRows;
import dev.claimgate.codes.Days;
import dev.claimgate.codes.Indicators;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins what the fee schedule and HCPCS say of a code: an imported HCPCS file tells on which days its codes exist, the fee
 * schedule the indicators on the days it covers. Other rows stand as they are.
 */
final class ProcedureMerge {
    private final Map<Long, List<Row>> scheduled = new HashMap<>();
    private final Map<Long, List<Row>> existing = new HashMap<>();

    private record Row(int effective, int ended, Indicators indicators) {
    }

    /** @param tellsExistence whether the row is one of an imported HCPCS file */
    void add(long code, int effective, int ended, Indicators indicators, boolean tellsExistence) {
        (tellsExistence ? existing : scheduled).computeIfAbsent(code, first -> new ArrayList<>(1))
                .add(new Row(effective, ended, indicators));
    }

    void writeTo(CodeTableRows rows) {
        scheduled.forEach((code, all) -> {
            if (!existing.containsKey(code)) {
                all.forEach(row -> rows.procedure(code, row.effective, row.ended, row.indicators));
            }
        });
        existing.forEach((code, all) -> {
            List<Row> indicators = new ArrayList<>(scheduled.getOrDefault(code, List.of()));
            indicators.sort(Comparator.comparingInt(Row::effective));
            all.forEach(span -> writeSpan(code, span, indicators, rows));
        });
    }

    private static void writeSpan(long code, Row span, List<Row> indicators, CodeTableRows rows) {
        int from = span.effective;
        for (Row part : indicators) {
            int begin = Math.max(part.effective, from);
            int end = Math.min(part.ended, span.ended);
            if (begin <= end) {
                if (from < begin) {
                    rows.procedure(code, from, dayBefore(begin), span.indicators);
                }
                rows.procedure(code, begin, end, part.indicators);
                if (end >= span.ended) {
                    return;
                }
                from = dayAfter(end);
            }
        }
        rows.procedure(code, from, span.ended, span.indicators);
    }

    private static int dayBefore(int day) {
        return Days.of(date(day).minusDays(1));
    }

    private static int dayAfter(int day) {
        return Days.of(date(day).plusDays(1));
    }

    private static LocalDate date(int day) {
        return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
    }
}
