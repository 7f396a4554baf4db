package dev.claimgate.pipeline;

import dev.claimgate.ack.AcknowledgementDraft;
import dev.claimgate.store.AcknowledgementRows;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes the engine's acknowledgement drafts, gives them control numbers and writes them to the database piece by piece,
 * on a worker thread. Holds at most one piece of one draft in memory beside what the drafts hold themselves.
 */
final class DraftStore implements AutoCloseable {
    private final AcknowledgementRows rows;
    private final Set<AcknowledgementDraft> open = ConcurrentHashMap.newKeySet();
    private List<AcknowledgementDraft> arrived = new ArrayList<>();

    DraftStore(AcknowledgementRows rows) {
        this.rows = rows;
    }

    void add(AcknowledgementDraft draft) {
        open.add(draft);
        arrived.add(draft);
    }

    /** What has come in since the last call. */
    List<AcknowledgementDraft> take() {
        List<AcknowledgementDraft> taken = arrived;
        arrived = new ArrayList<>();
        return taken;
    }

    /** Writes the drafts and lets them go. Blocks. */
    void write(List<AcknowledgementDraft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        List<Integer> numbers = Await.result(rows.controlNumbers(drafts.size()));
        for (int i = 0; i < drafts.size(); i++) {
            try (AcknowledgementDraft draft = drafts.get(i)) {
                write(draft, numbers.get(i));
                open.remove(draft);
            }
        }
    }

    private void write(AcknowledgementDraft draft, int controlNumber) {
        Pieces pieces = new Pieces(draft, controlNumber);
        draft.writeTo(pieces::write, controlNumber);
        pieces.end();
    }

    /** Lets drafts go that were never written. */
    @Override
    public void close() {
        open.forEach(AcknowledgementDraft::close);
        open.clear();
    }

    private final class Pieces {
        private final AcknowledgementDraft draft;
        private final int controlNumber;
        private Buffer piece = Buffer.buffer();
        private long id;
        private int sequence;
        private long written;

        Pieces(AcknowledgementDraft draft, int controlNumber) {
            this.draft = draft;
            this.controlNumber = controlNumber;
        }

        void write(byte[] bytes, int from, int length) {
            int at = from;
            while (at < from + length) {
                int part = Math.min(from + length - at, AcknowledgementRows.CHUNK_BYTES - piece.length());
                piece.appendBytes(bytes, at, part);
                at += part;
                if (piece.length() == AcknowledgementRows.CHUNK_BYTES) {
                    append();
                }
            }
        }

        private void append() {
            if (sequence == 0) {
                id = Await.result(rows.begin(draft.kind(), draft.interchangeOrdinal(), controlNumber));
            }
            Await.result(rows.append(id, sequence++, piece));
            written += piece.length();
            piece = Buffer.buffer();
        }

        void end() {
            if (sequence == 0) {
                Await.result(rows.insert(draft.kind(), draft.interchangeOrdinal(), controlNumber, piece));
                return;
            }
            if (piece.length() > 0) {
                append();
            }
            Await.result(rows.end(id, written));
        }
    }
}
