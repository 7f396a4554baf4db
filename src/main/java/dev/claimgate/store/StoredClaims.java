package dev.claimgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;

/** Reads the bytes of claims, all their levels, out of the files they came in. */
final class StoredClaims {
    private StoredClaims() {
    }

    /** The claims in the order of their places. */
    static Future<List<StoredClaim>> read(SqlClient client, List<ClaimPlace> places, Sealer sealer) {
        List<FileRange> ranges = new ArrayList<>();
        for (ClaimPlace place : places) {
            ranges.addAll(List.of(place.header(), place.billingProvider(), place.subscriber(), place.patient(),
                    place.claim()));
        }
        return FileParts.read(client, ranges, sealer)
                .map(parts -> places.stream().map(place -> claim(place, parts)).toList());
    }

    private static StoredClaim claim(ClaimPlace place, FileParts parts) {
        return new StoredClaim(place, parts.part(place.header()), parts.part(place.billingProvider()),
                parts.part(place.subscriber()), parts.part(place.patient()), parts.part(place.claim()));
    }
}
