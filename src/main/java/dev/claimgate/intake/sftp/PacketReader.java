package dev.claimgate.intake.sftp;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Cuts what comes over the line into packets. Holds no more than the sender may have under way by the window of his channel,
 * as long as he is told of room only for packets that were worked off.
 */
final class PacketReader {
    private final int bytesMax;
    private final Deque<Buffer> pieces = new ArrayDeque<>();
    private long held;

    /** @param bytesMax a longer packet is not taken */
    PacketReader(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    void add(Buffer piece) {
        pieces.add(piece);
        held += piece.length();
    }

    /** The next whole packet. Throws a {@link Refusal} if it is too long, and then no more can be read. */
    Optional<Packet> next() {
        if (held < 4) {
            return Optional.empty();
        }
        join(4);
        long length = pieces.getFirst().getUnsignedInt(0);
        if (length > bytesMax) {
            throw new Refusal(Status.BAD_MESSAGE, "a packet of " + length + " bytes, must be " + bytesMax + " at most");
        }
        if (held < 4 + length) {
            return Optional.empty();
        }
        join((int) length + 4);
        Buffer first = pieces.removeFirst();
        held -= length + 4;
        if (first.length() > length + 4) {
            pieces.addFirst(first.slice((int) length + 4, first.length()));
        }
        return Optional.of(new Packet(first.slice(4, (int) length + 4)));
    }

    /** Makes the first piece at least so long. */
    private void join(int length) {
        if (pieces.getFirst().length() >= length) {
            return;
        }
        Buffer joined = Buffer.buffer(length);
        while (joined.length() < length) {
            joined.appendBuffer(pieces.removeFirst());
        }
        pieces.addFirst(joined);
    }
}
