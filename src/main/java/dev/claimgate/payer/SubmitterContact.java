package dev.claimgate.payer;

/**
 * Who we are in loop 1000A of what we send to payers.
 *
 * @param organization NM103, 1 to 60 characters
 * @param contact      PER02, 1 to 60 characters
 * @param telephone    PER04, ten digits
 */
public record SubmitterContact(String organization, String contact, String telephone) {

    public SubmitterContact {
        require(organization, "organization");
        require(contact, "contact");
        if (!telephone.matches("\\d{10}")) {
            throw new IllegalArgumentException("submitter.telephone must be ten digits");
        }
    }

    private static void require(String value, String name) {
        if (value.isBlank() || value.length() > 60) {
            throw new IllegalArgumentException("submitter." + name + " has " + value.length()
                    + " characters, must have 1 to 60");
        }
    }
}
