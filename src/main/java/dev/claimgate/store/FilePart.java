package dev.claimgate.store;

/**
 * A run of bytes of a received file with what stands there. Parts of the same range share one array: leave it as it is.
 *
 * @param range where it stands
 * @param bytes what stands there; empty for a level that was not sent
 */
public record FilePart(FileRange range, byte[] bytes) {

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Whether both are the same place of the same file. */
    public boolean samePlaceAs(FilePart other) {
        return range.equals(other.range);
    }
}
