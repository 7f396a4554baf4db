package dev.claimgate.claim;

import dev.claimgate.x12.Text;

/**
 * A person or organisation named in the claim: an NM1 loop with what hangs on it. Reused; {@link #present()} tells whether
 * the loop was sent. Codes are packed text ({@link dev.claimgate.x12.PackedText}), dates are {@code yyyymmdd} or 0.
 */
public final class Party {
    boolean present;
    int position;
    long entityCode;
    long entityType;
    final Text lastName = new Text(60);
    final Text firstName = new Text(35);
    final Text middleName = new Text(25);
    final Text suffix = new Text(10);
    long idQualifier;
    final Text id = new Text(80);
    final Text street = new Text(55);
    int streetPosition;
    long state;
    final Text postalCode = new Text(15);
    long country;
    int cityPosition;
    final Text taxonomy = new Text(50);
    int taxonomyPosition;
    long taxIdQualifier;
    final Text taxId = new Text(50);
    int taxIdPosition;
    int birthDate;
    int deathDate;
    int deathPosition;
    long sex;

    /** Whether the loop was sent at all. */
    public boolean present() {
        return present;
    }

    /** Segment position of its NM1 in the transaction set, ST = 1. */
    public int position() {
        return position;
    }

    /** NM101. */
    public long entityCode() {
        return entityCode;
    }

    /** NM102: {@code 1} person, {@code 2} organisation. */
    public long entityType() {
        return entityType;
    }

    /** NM103: last name or name of the organisation. */
    public Text lastName() {
        return lastName;
    }

    /** NM104. */
    public Text firstName() {
        return firstName;
    }

    /** NM105. */
    public Text middleName() {
        return middleName;
    }

    /** NM107. */
    public Text suffix() {
        return suffix;
    }

    /** NM108: {@code XX} NPI, {@code MI} member id, {@code PI} payer id, {@code 46} electronic transmitter id ... */
    public long idQualifier() {
        return idQualifier;
    }

    /** NM109. */
    public Text id() {
        return id;
    }

    /** N301. */
    public Text street() {
        return street;
    }

    /** Segment position of N3. */
    public int streetPosition() {
        return streetPosition;
    }

    /** N402. */
    public long state() {
        return state;
    }

    /** N403. */
    public Text postalCode() {
        return postalCode;
    }

    /** N404, or 0 for the United States. */
    public long country() {
        return country;
    }

    /** Segment position of N4. */
    public int cityPosition() {
        return cityPosition;
    }

    /** PRV03. */
    public Text taxonomy() {
        return taxonomy;
    }

    /** Segment position of PRV. */
    public int taxonomyPosition() {
        return taxonomyPosition;
    }

    /** REF01 of the billing provider's tax id: {@code EI} or {@code SY}; 0 if none. */
    public long taxIdQualifier() {
        return taxIdQualifier;
    }

    /** REF02 of the billing provider's tax id. */
    public Text taxId() {
        return taxId;
    }

    /** Segment position of the tax id's REF. */
    public int taxIdPosition() {
        return taxIdPosition;
    }

    /** DMG02. */
    public int birthDate() {
        return birthDate;
    }

    /** PAT06 of 2000B or 2000C. */
    public int deathDate() {
        return deathDate;
    }

    /** Segment position of the PAT with the date of death. */
    public int deathPosition() {
        return deathPosition;
    }

    /** DMG03: F, M or U. */
    public long sex() {
        return sex;
    }

    void clear() {
        present = false;
        position = 0;
        entityCode = 0;
        entityType = 0;
        lastName.clear();
        firstName.clear();
        middleName.clear();
        suffix.clear();
        idQualifier = 0;
        id.clear();
        street.clear();
        streetPosition = 0;
        state = 0;
        postalCode.clear();
        country = 0;
        cityPosition = 0;
        taxonomy.clear();
        taxonomyPosition = 0;
        taxIdQualifier = 0;
        taxId.clear();
        taxIdPosition = 0;
        birthDate = 0;
        deathDate = 0;
        deathPosition = 0;
        sex = 0;
    }
}
