package dev.claimgate.console;

import dev.claimgate.claim.Claim;
import dev.claimgate.finding.ClaimFinding;
import dev.claimgate.partner.Partner;
import java.util.List;

/** Judges claims that are only asked about, by the rules for the partner who asks. Keeps nothing. */
public interface ClaimChecks {
    /** What the coding edits find. Takes well under a millisecond; safe for all threads. */
    List<ClaimFinding> coding(Partner partner, Claim claim);

    /** By which code tables is judged, for people. */
    String codeTables();

    /**
     * The verdict on a claim file, as the object that schema {@code FileCheck} names. Blocks while the file is read.
     *
     * @param file all of it
     */
    byte[] file(Partner partner, byte[] file);
}
