package dev.claimgate.intake.sftp;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;

/**
 * One client's dialogue: what he asks is done, one request after the other, in the order in which it came. For one event loop.
 */
final class SftpSession {
    private static final int HANDLES_MAX = 32;
    private static final int READ_BYTES_MAX = 64 * 1024;
    private static final int OPEN_READ = 1;
    private static final int OPEN_WRITE = 2;
    private static final int OPEN_APPEND = 4;
    private static final int OPEN_TRUNCATE = 0x10;
    private static final int OPEN_EXCLUSIVE = 0x20;

    private final String owner;
    private final Home home;
    private final Map<String, Handle> handles = new HashMap<>();
    private int opened;
    private boolean aborted;

    SftpSession(String owner, Home home) {
        this.owner = owner;
        this.home = home;
    }

    /** The answer to a request; fails with a {@link Refusal}, or otherwise if the gateway is at fault. */
    Future<Buffer> answer(Packet packet, int id) {
        return switch (packet.type()) {
            case Packet.OPEN -> open(packet, id);
            case Packet.CLOSE -> close(packet.text(), id);
            case Packet.READ -> read(packet, id);
            case Packet.WRITE -> write(packet, id);
            case Packet.STAT, Packet.LSTAT -> home.attributes(HomePath.of(packet.text()))
                    .map(attributes -> Reply.attributes(id, attributes));
            case Packet.FSTAT -> Future.succeededFuture(Reply.attributes(id, handle(packet.text()).attributes()));
            case Packet.SETSTAT -> home.attributes(HomePath.of(packet.text())).map(attributes -> set(packet, id, attributes));
            case Packet.FSETSTAT -> Future.succeededFuture(set(packet, id, handle(packet.text()).attributes()));
            case Packet.OPENDIR -> home.list(HomePath.of(packet.text())).map(listing -> keep(listing, id));
            case Packet.READDIR -> Future.succeededFuture(list(packet, id));
            case Packet.REMOVE -> home.remove(HomePath.of(packet.text())).map(done -> Reply.ok(id));
            case Packet.RENAME -> home.rename(HomePath.of(packet.text()), HomePath.of(packet.text()))
                    .map(done -> Reply.ok(id));
            case Packet.REALPATH -> Future.succeededFuture(Reply.path(id, HomePath.plain(packet.text())));
            case Packet.MKDIR, Packet.RMDIR -> Future.failedFuture(Refusal.denied("the folders stay as they are"));
            default -> Future.failedFuture(Refusal.unsupported("there are no links here, and no extensions"));
        };
    }

    private Future<Buffer> open(Packet packet, int id) {
        HomePath path = HomePath.of(packet.text());
        int flags = packet.uint32();
        if ((flags & OPEN_APPEND) != 0) {
            return Future.failedFuture(Refusal.unsupported("files cannot be appended to, upload them whole"));
        }
        if ((flags & OPEN_WRITE) == 0) {
            return (flags & OPEN_READ) == 0 ? Future.failedFuture(Refusal.unsupported("neither read nor write"))
                    : home.read(path).map(download -> keep(download, id));
        }
        return startable(path, flags).compose(fine -> home.write(path)).map(upload -> keep(upload, id));
    }

    /** A file that lies there already is begun anew only by who says so; going on where it ended cannot be. */
    private Future<Void> startable(HomePath path, int flags) {
        boolean anew = (flags & OPEN_TRUNCATE) != 0 && (flags & OPEN_EXCLUSIVE) == 0;
        if (anew || !path.isFileIn(HomePath.Folder.INBOX)) {
            return Future.succeededFuture();
        }
        return home.staged(path).compose(there -> !there ? Future.succeededFuture()
                : Future.failedFuture((flags & OPEN_EXCLUSIVE) != 0 ? Refusal.failure("there is a file of this name already")
                        : Refusal.unsupported("an upload cannot be resumed, upload the file anew")));
    }

    private Buffer keep(Handle handle, int id) {
        if (aborted || handles.size() >= HANDLES_MAX) {
            handle.abort();
            throw Refusal.limit("handles", "more than " + HANDLES_MAX + " files and folders are open, close some");
        }
        String name = Integer.toString(opened++);
        handles.put(name, handle);
        return Reply.handle(id, name);
    }

    private Handle handle(String name) {
        Handle handle = handles.get(name);
        if (handle == null) {
            throw Refusal.failure("this handle is not open");
        }
        return handle;
    }

    private Future<Buffer> close(String name, int id) {
        Handle handle = handle(name);
        return handle.close().map(closed -> Reply.ok(id)).onComplete(done -> handles.remove(name));
    }

    private Future<Buffer> read(Packet packet, int id) {
        if (!(handle(packet.text()) instanceof Handle.Download download)) {
            return Future.failedFuture(Refusal.failure("this handle is not open for reading"));
        }
        long offset = packet.uint64();
        int length = packet.uint32();
        return download.bytes().read(offset, length < 0 ? READ_BYTES_MAX : Math.min(length, READ_BYTES_MAX))
                .map(bytes -> bytes.length() == 0 && length != 0 ? endOfFile(id) : Reply.data(id, bytes));
    }

    private Future<Buffer> write(Packet packet, int id) {
        if (!(handle(packet.text()) instanceof FileUpload upload)) {
            return Future.failedFuture(Refusal.failure("this handle is not open for writing"));
        }
        long offset = packet.uint64();
        return upload.write(offset, packet.bytes()).map(written -> Reply.ok(id));
    }

    private Buffer list(Packet packet, int id) {
        if (!(handle(packet.text()) instanceof Handle.Listing listing)) {
            throw Refusal.failure("this handle is no folder");
        }
        var entries = listing.next();
        return entries.isEmpty() ? endOfFile(id) : Reply.names(id, owner, entries);
    }

    /** Times and permissions, which clients set after an upload, are ours to know: taken and forgotten. */
    private static Buffer set(Packet packet, int id, Attributes attributes) {
        long size = Attributes.sizeIn(packet);
        if (size != -1 && size != attributes.length()) {
            throw Refusal.unsupported("files cannot be cut or stretched, upload them whole");
        }
        return Reply.ok(id);
    }

    private static Buffer endOfFile(int id) {
        return Reply.status(id, Status.END_OF_FILE, "no more");
    }

    /** The line is gone: what was not closed in order never was. */
    void abort() {
        aborted = true;
        handles.values().forEach(Handle::abort);
        handles.clear();
    }
}
