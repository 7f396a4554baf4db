package dev.claimgate.validation;

import java.util.HashSet;
import java.util.Set;

/** Remembers the interchanges of one file, so that a control number that stands twice in it is noticed. */
public final class FileRegister implements InterchangeRegister {
    private final Set<String> seen = new HashSet<>();

    @Override
    public boolean register(InterchangeHeader header) {
        return seen.add(key(header));
    }

    @Override
    public void withdraw(InterchangeHeader header) {
        seen.remove(key(header));
    }

    private static String key(InterchangeHeader header) {
        return header.senderQualifier() + header.senderId() + header.receiverQualifier() + header.receiverId()
                + header.controlNumber();
    }
}
