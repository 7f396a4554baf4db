package dev.claimgate.intake.sftp;

import dev.claimgate.store.StoredBytes;
import io.vertx.core.Future;
import java.util.List;

/** What a client has opened. */
sealed interface Handle permits Handle.Listing, Handle.Download, FileUpload {
    /** How many names of a listing are told at once. */
    int ENTRIES_AT_ONCE = 100;

    /** Ends it in order; for an upload this is the moment it counts. */
    Future<Void> close();

    /** Ends it because the line is gone: nothing of an upload is kept. */
    void abort();

    Attributes attributes();

    /** An open folder: what it held when it was opened. */
    final class Listing implements Handle {
        private final Attributes attributes;
        private final List<Entry> entries;
        private int told;

        Listing(Attributes attributes, List<Entry> entries) {
            this.attributes = attributes;
            this.entries = List.copyOf(entries);
        }

        /** The next names; none when all were told. */
        List<Entry> next() {
            int from = told;
            told = Math.min(entries.size(), told + ENTRIES_AT_ONCE);
            return entries.subList(from, told);
        }

        @Override
        public Future<Void> close() {
            return Future.succeededFuture();
        }

        @Override
        public void abort() {
            // It holds nothing but memory.
        }

        @Override
        public Attributes attributes() {
            return attributes;
        }
    }

    /** A file being read. */
    record Download(StoredBytes bytes, Attributes attributes) implements Handle {
        @Override
        public Future<Void> close() {
            return Future.succeededFuture();
        }

        @Override
        public void abort() {
            // It holds nothing but memory.
        }
    }
}
