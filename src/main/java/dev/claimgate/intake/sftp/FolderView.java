package dev.claimgate.intake.sftp;

import dev.claimgate.store.StoredBytes;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** One folder of a partner's home as he sees it. What he may not do, or what is not there, is a {@link Refusal}. */
interface FolderView {
    /** What lies in it, as far as {@code listEntriesMax} goes. */
    Future<List<Entry>> list();

    Future<Optional<Entry>> find(String name);

    Future<StoredBytes> open(String name);

    Future<Void> remove(String name);

    /** Whether files in it may be removed. */
    boolean writable();
}
