package dev.claimgate.store;

import io.vertx.sqlclient.Row;
import java.util.UUID;

/**
 * A claim that was sent to its payer, as its answer finds it again.
 *
 * @param place                where it stands in what we received
 * @param set                  the transaction set it came in
 * @param patientControlNumber CLM01
 * @param billingNpi           2010AA NM109
 * @param chargeCents          CLM02
 * @param serviceFrom          first service day, yyyymmdd, 0 if none
 * @param serviceTo            last service day, yyyymmdd, 0 if none
 */
public record ForwardedClaim(ClaimPlace place, SourceSet set, String patientControlNumber, String billingNpi,
                             long chargeCents, int serviceFrom, int serviceTo) {
    static final String COLUMNS = ClaimPlace.COLUMNS + ", c.partner_id, c.group_ordinal, c.set_ordinal,"
            + " c.patient_control_number, c.billing_npi, c.charge_cents, c.service_from, c.service_to";

    static ForwardedClaim of(Row row) {
        return new ForwardedClaim(ClaimPlace.of(row), SourceSet.of(row), row.getString("patient_control_number"),
                row.getString("billing_npi"), row.getLong("charge_cents"), row.getInteger("service_from"),
                row.getInteger("service_to"));
    }

    public long id() {
        return place.id();
    }

    /**
     * A transaction set as received.
     *
     * @param submissionId       its file
     * @param partnerId          who sent it
     * @param interchangeOrdinal 1-based in the file
     * @param groupOrdinal       1-based in the interchange
     * @param setOrdinal         1-based in the group
     */
    public record SourceSet(UUID submissionId, String partnerId, int interchangeOrdinal, int groupOrdinal,
                            int setOrdinal) {
        static SourceSet of(Row row) {
            return new SourceSet(row.getUUID("submission_id"), row.getString("partner_id"),
                    row.getInteger("interchange_ordinal"), row.getInteger("group_ordinal"),
                    row.getInteger("set_ordinal"));
        }
    }
}
