package dev.claimgate.claim;

/** A run of bytes of the received file, {@code from} inclusive, {@code to} exclusive. Mutable, reused from claim to claim. */
public final class ByteRange {
    private long from;
    private long to;

    public void set(long from, long to) {
        this.from = from;
        this.to = to;
    }

    public void extendTo(long to) {
        this.to = to;
    }

    public void clear() {
        from = 0;
        to = 0;
    }

    public long from() {
        return from;
    }

    public long to() {
        return to;
    }

    public boolean isEmpty() {
        return to <= from;
    }
}
