package dev.claimgate.cli;

import dev.claimgate.validation.BatchPlace;
import dev.claimgate.validation.InterchangeHeader;
import dev.claimgate.validation.InterchangeRegister;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Remembers the interchanges and batches of one file, so that a number that stands twice in it is noticed. */
final class FileRegister implements InterchangeRegister {
    private final Set<String> seen = new HashSet<>();
    private final Map<String, BatchPlace> batches = new HashMap<>();

    @Override
    public boolean register(InterchangeHeader header) {
        return seen.add(key(header));
    }

    @Override
    public void withdraw(InterchangeHeader header) {
        seen.remove(key(header));
    }

    @Override
    public boolean registerBatch(BatchPlace place, String number) {
        return batches.putIfAbsent(sender(place.interchange()) + place.interchange().usage() + number, place) == null;
    }

    @Override
    public void withdrawBatches(BatchPlace place) {
        batches.values().removeIf(place::holds);
    }

    private static String key(InterchangeHeader header) {
        return sender(header) + header.receiverQualifier() + header.receiverId() + header.controlNumber();
    }

    private static String sender(InterchangeHeader header) {
        return header.senderQualifier() + header.senderId();
    }
}
