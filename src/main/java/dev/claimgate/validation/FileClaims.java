package dev.claimgate.validation;

import dev.claimgate.claim.Claim;
import dev.claimgate.claim.EarlierClaim;
import dev.claimgate.claim.PackedClaim;
import dev.claimgate.claim.PatientIdentity;
import dev.claimgate.codes.Days;
import dev.claimgate.finding.ClaimFinding;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The claims accepted so far of the files that are being read, packed. What was accepted in a set, group or interchange that is
 * rejected in the end goes again. Holds at most so many claims; the oldest go first. One thread.
 */
public final class FileClaims implements ReportListener {
    private final int receivedOn;
    private final int claimsMax;
    private final Deque<Kept> all = new ArrayDeque<>();
    private final Map<String, List<Kept>> byPatient = new HashMap<>();
    private final Map<String, List<Kept>> byNumber = new HashMap<>();
    private String usage = "";
    private int interchange;
    private int group;
    private int set;
    private int piece;

    /**
     * @param receivedOn day of receipt
     * @param claimsMax  most claims held, at least 1
     */
    public FileClaims(LocalDate receivedOn, int claimsMax) {
        this.receivedOn = Days.of(receivedOn);
        this.claimsMax = claimsMax;
    }

    private record Kept(String identity, String number, byte[] packed, int interchange, int group, int set, int piece) {
    }

    /** ISA15 of the interchange that is open. */
    public String usage() {
        return usage;
    }

    /** The accepted claims of a patient, oldest first. */
    public List<EarlierClaim> of(String identity) {
        return unpacked(byPatient, identity);
    }

    /** Those whose CLM01 is the one given, oldest first. */
    public List<EarlierClaim> numbered(String patientControlNumber) {
        return unpacked(byNumber, patientControlNumber);
    }

    private List<EarlierClaim> unpacked(Map<String, List<Kept>> index, String key) {
        List<Kept> kept = index.get(key);
        return kept == null ? List.of() : kept.stream().map(this::unpacked).toList();
    }

    private EarlierClaim unpacked(Kept kept) {
        return PackedClaim.unpack(kept.packed, receivedOn, "", false);
    }

    /** The next piece of the file begins; claims of the pieces before the one that ends now are let go: they are kept elsewhere. */
    public void nextPiece() {
        while (!all.isEmpty() && all.getFirst().piece < piece) {
            forget(all.removeFirst(), true);
        }
        piece++;
    }

    /** What is kept of the claim that was accepted last ({@link PackedClaim}), for who hears the same verdicts after this. */
    public byte[] last() {
        return all.getLast().packed;
    }

    /** Its patient ({@link PatientIdentity}). */
    public String lastIdentity() {
        return all.getLast().identity;
    }

    @Override
    public void interchangeOpened(InterchangeHeader header) {
        interchange++;
        usage = header.usage();
    }

    @Override
    public void groupOpened(GroupHeader header) {
        group++;
    }

    @Override
    public void setOpened(SetHeader header) {
        set++;
    }

    @Override
    public void claim(Claim claim, List<ClaimFinding> findings, boolean accepted) {
        if (accepted) {
            Kept kept = new Kept(PatientIdentity.of(usage, claim), claim.patientControlNumber().toString(),
                    PackedClaim.pack(claim), interchange, group, set, piece);
            all.addLast(kept);
            byPatient.computeIfAbsent(kept.identity, identity -> new ArrayList<>(2)).add(kept);
            byNumber.computeIfAbsent(kept.number, number -> new ArrayList<>(2)).add(kept);
            if (all.size() > claimsMax) {
                forget(all.removeFirst(), true);
            }
        }
    }

    @Override
    public void setClosed(SetReport report) {
        while (!report.code().accepts() && !all.isEmpty() && all.getLast().set == set) {
            withdrawLast();
        }
    }

    @Override
    public void groupClosed(GroupReport report) {
        while (report.code() == AcknowledgmentCode.R && !all.isEmpty() && all.getLast().group == group) {
            withdrawLast();
        }
    }

    @Override
    public void interchangeClosed(InterchangeReport report) {
        while (report.code() == AcknowledgmentCode.R && !all.isEmpty() && all.getLast().interchange == interchange) {
            withdrawLast();
        }
    }

    private void withdrawLast() {
        forget(all.removeLast(), false);
    }

    private void forget(Kept kept, boolean oldest) {
        forget(byPatient, kept.identity, oldest);
        forget(byNumber, kept.number, oldest);
    }

    private static void forget(Map<String, List<Kept>> index, String key, boolean oldest) {
        List<Kept> kept = index.get(key);
        kept.remove(oldest ? 0 : kept.size() - 1);
        if (kept.isEmpty()) {
            index.remove(key);
        }
    }
}
