package dev.claimgate.claim;

/** The days that the lines of a claim span. */
final class ServiceDays {
    private ServiceDays() {
    }

    static int first(ServiceLine[] lines, int count) {
        int first = 0;
        for (int i = 0; i < count; i++) {
            int from = lines[i].dateFrom;
            if (from != 0 && (first == 0 || from < first)) {
                first = from;
            }
        }
        return first;
    }

    static int last(ServiceLine[] lines, int count) {
        int last = 0;
        for (int i = 0; i < count; i++) {
            last = Math.max(last, lines[i].dateTo);
        }
        return last;
    }
}
