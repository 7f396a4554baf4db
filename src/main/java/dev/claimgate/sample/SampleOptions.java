package dev.claimgate.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What file to make. The same options give the same bytes.
 *
 * @param claims          number of claims, at least 1
 * @param seed            1 to 999,999,999; another seed, another file. It is also the interchange control number
 * @param faultRate       share of claims with one fault, 0.0 to 1.0
 * @param payers          who the claims are for, in turn by subscriber; at least one
 * @param claimsPerSetMax most claims in one transaction set, 1 to 5,000
 * @param date            date of the file; services lie up to three weeks before it
 * @param lineBreaks      whether a line feed follows each segment terminator
 * @param sender          ISA06, GS02 and 1000A NM109: 2 to 15 characters, qualifier ZZ
 * @param receiver        ISA08, GS03 and 1000B NM109: 2 to 15 characters, qualifier ZZ
 */
public record SampleOptions(long claims, int seed, double faultRate, List<SamplePayer> payers, int claimsPerSetMax,
                            LocalDate date, boolean lineBreaks, String sender, String receiver) {
    public static final int CLAIMS_PER_SET_MAX = 5_000;
    public static final int SEED_MAX = 999_999_999;
    public static final String SENDER = "NORTHSIDE";
    public static final String RECEIVER = "CLAIMGATE";

    public SampleOptions {
        payers = List.copyOf(payers);
        Objects.requireNonNull(date, "date");
        require(claims >= 1, "claims is " + claims + ", must be at least 1");
        require(seed >= 1 && seed <= SEED_MAX, "seed is " + seed + ", must be 1.." + SEED_MAX);
        require(faultRate >= 0 && faultRate <= 1, "fault rate is " + faultRate + ", must be 0.0..1.0");
        require(!payers.isEmpty(), "there are no payers, must be at least one");
        require(claimsPerSetMax >= 1 && claimsPerSetMax <= CLAIMS_PER_SET_MAX,
                "claims per set is " + claimsPerSetMax + ", must be 1.." + CLAIMS_PER_SET_MAX);
        require(fits(sender) && fits(receiver), "sender and receiver must have 2 to 15 characters");
    }

    /** Clean claims for the first two payers of {@link SamplePayer#ALL}, without line breaks. */
    public static SampleOptions of(long claims, int seed, LocalDate date) {
        return new SampleOptions(claims, seed, 0, SamplePayer.ALL.subList(0, 2), CLAIMS_PER_SET_MAX, date, false,
                SENDER, RECEIVER);
    }

    public SampleOptions withFaultRate(double rate) {
        return new SampleOptions(claims, seed, rate, payers, claimsPerSetMax, date, lineBreaks, sender, receiver);
    }

    public SampleOptions withClaimsPerSetMax(int max) {
        return new SampleOptions(claims, seed, faultRate, payers, max, date, lineBreaks, sender, receiver);
    }

    public SampleOptions withPayers(List<SamplePayer> others) {
        return new SampleOptions(claims, seed, faultRate, others, claimsPerSetMax, date, lineBreaks, sender, receiver);
    }

    public SampleOptions withLineBreaks(boolean wanted) {
        return new SampleOptions(claims, seed, faultRate, payers, claimsPerSetMax, date, wanted, sender, receiver);
    }

    private static boolean fits(String id) {
        return id.length() >= 2 && id.length() <= 15;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
