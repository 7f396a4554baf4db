package dev.claimgate.console;

import dev.claimgate.store.Sealer;
import dev.claimgate.store.StoredBytes;
import dev.claimgate.store.SubmissionView;
import dev.claimgate.web.MediaTypes;
import dev.claimgate.web.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;

/** Shows a file itself: its X12, of one in another format what was made of it, or that as XML. Whose it is was asked before. */
final class FileHandlers {
    private static final int PIECE_BYTES = 256 * 1024;
    private static final int WORKERS = 2;

    private final Pool database;
    private final Sealer sealer;
    private final FileXml xml;

    FileHandlers(Pool database, Sealer sealer, FileXml xml) {
        this.database = database;
        this.sealer = sealer;
        this.xml = xml;
    }

    /** Nothing was made of a file whose format was not followed. */
    private static boolean nothingMade(SubmissionView file) {
        return file.format().isPresent() && file.state().equals("UNREADABLE");
    }

    Future<Void> x12(RoutingContext context, SubmissionView file) {
        if (nothingMade(file)) {
            return nothingMade(context);
        }
        HttpServerResponse response = context.response();
        return StoredBytes.ofX12(database, sealer, file.id()).compose(bytes -> {
            response.putHeader("Content-Type", MediaTypes.X12).putHeader("Content-Length", Long.toString(bytes.length()));
            Promise<Void> sent = Promise.promise();
            send(response, bytes, 0, sent);
            return sent.future();
        }).onFailure(failure -> {
            if (response.headWritten()) {
                response.reset();
            }
        });
    }

    /** A loop by callbacks, because a chain of composed futures would grow with the file. */
    private static void send(HttpServerResponse response, StoredBytes bytes, long from, Promise<Void> sent) {
        bytes.read(from, PIECE_BYTES).onFailure(sent::tryFail).onSuccess(piece -> {
            if (piece.length() == 0) {
                response.end().onComplete(sent);
            } else {
                // Written when it has gone out, so that no more than one piece is in memory.
                response.write(piece).onFailure(sent::tryFail)
                        .onSuccess(written -> send(response, bytes, from + piece.length(), sent));
            }
        });
    }

    Future<Void> xml(RoutingContext context, SubmissionView file) {
        if (nothingMade(file)) {
            return nothingMade(context);
        }
        return StoredBytes.ofX12(database, sealer, file.id()).compose(bytes -> {
            if (bytes.length() > xml.bytesMax()) {
                return Problem.of(422, "interchange: has " + bytes.length() + " bytes, must be at most " + xml.bytesMax()
                        + " to be shown as XML (http.xmlBytesMax); ask for format=x12").send(context.response());
            }
            WorkerExecutor workers = context.vertx().createSharedWorkerExecutor("xml", WORKERS);
            return bytes.read(0, xml.bytesMax())
                    .compose(x12 -> workers.executeBlocking(() -> Buffer.buffer(xml.of(x12.getBytes())), false))
                    .eventually(workers::close)
                    .compose(shown -> context.response().putHeader("Content-Type", MediaTypes.XML).end(shown));
        });
    }

    private static Future<Void> nothingMade(RoutingContext context) {
        return Problem.of(409, "interchange: did not follow its format, so that no X12 was made of it; ask without format for"
                + " what was wrong").send(context.response());
    }
}
