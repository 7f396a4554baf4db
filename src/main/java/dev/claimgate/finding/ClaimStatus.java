package dev.claimgate.finding;

/**
 * A health care claim status as the 277CA carries it in STC01, STC10 and STC11.
 *
 * @param category claim status category code (code source 507): {@code A3}, {@code A7} ...
 * @param status   claim status code (code source 508): {@code 562} ...
 * @param entity   entity identifier code, empty if the status needs none
 */
public record ClaimStatus(String category, String status, String entity) {

    /** Reads {@code A7:562:85} or {@code A8:400}. */
    public static ClaimStatus of(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("a claim status is CATEGORY:STATUS or CATEGORY:STATUS:ENTITY, not " + text);
        }
        return new ClaimStatus(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
    }

    @Override
    public String toString() {
        return entity.isEmpty() ? category + ":" + status : category + ":" + status + ":" + entity;
    }
}
