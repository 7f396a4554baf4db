package dev.claimgate.validation;

/** What a syntax fault inside one claim rejects. Faults outside claims reject the transaction set either way. */
public enum SyntaxScope {
    /** The transaction set with all its claims: 999 IK5 R. */
    SET,
    /** That claim, with A3:684 in the 277CA; the set is accepted with errors, 999 IK5 E. */
    CLAIM
}
