package dev.claimgate.validation;

import java.util.List;

/** The situational rules of the 837P guide whose breach rejects in the 999. Rules whose condition is open are not among them. */
public final class SituationalRules {
    private SituationalRules() {
    }

    /** Every rule, in the order of the guide; new instances, which one run may use or documentation may list. */
    public static List<SituationalRule> all() {
        return List.of(new OrganizationName(), new SubscriberRelationship(), new SubscriberDetails(), new SubscriberIdentifier(),
                new AccidentState(), new AccidentDate(), new AdmissionDate(), new AttachmentNumber(), new AmbulanceTransport(),
                new OtherPayerIdentifier());
    }
}
