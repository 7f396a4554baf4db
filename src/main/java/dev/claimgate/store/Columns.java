package dev.claimgate.store;

/** What received text must be to fit a column and an index. */
final class Columns {
    /** More than any element we keep may have; far below what an index takes. */
    static final int TEXT_MAX = 80;

    private Columns() {
    }

    /** Without NUL, which PostgreSQL cannot hold, and no longer than an index can take: bad files reach us as they are. */
    static String text(String received) {
        String kept = received.length() > TEXT_MAX ? received.substring(0, TEXT_MAX) : received;
        return kept.indexOf('\0') < 0 ? kept : kept.replace('\0', ' ');
    }
}
