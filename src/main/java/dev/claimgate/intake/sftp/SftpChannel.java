package dev.claimgate.intake.sftp;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.io.IoInputStream;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.threads.ThreadUtils;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelDataReceiver;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.AsyncCommandStreamsAware;
import org.apache.sshd.server.command.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between the SSH server's threads and our event loop: brings requests over, answers back, one at a time. The client is given
 * room for more only as his requests are worked off, so a channel never holds more than its window.
 */
final class SftpChannel implements Command, AsyncCommandStreamsAware, ChannelDataReceiver {
    /** OpenSSH sends no more in one packet, whatever its options. */
    private static final int PACKET_BYTES_MAX = 256 * 1024 + 1024;
    private static final Logger LOG = LoggerFactory.getLogger(SftpChannel.class);

    private final ChannelSession channel;
    private final Context context;
    private final SftpSession session;
    private final SftpMeters meters;
    private final BooleanSupplier welcome;
    private final PacketReader packets = new PacketReader(PACKET_BYTES_MAX);
    private volatile IoOutputStream out;
    private volatile ExitCallback exit;
    private boolean busy;
    private boolean ended;
    private boolean gone;

    /**
     * @param context on which {@code session} lives
     * @param welcome whether the partner may still be here
     */
    SftpChannel(ChannelSession channel, Context context, SftpSession session, SftpMeters meters, BooleanSupplier welcome) {
        this.channel = channel;
        this.context = context;
        this.session = session;
        this.meters = meters;
        this.welcome = welcome;
    }

    @Override
    public int data(ChannelSession from, byte[] bytes, int start, int length) {
        Buffer copy = Buffer.buffer(length).appendBytes(bytes, start, length);
        context.runOnContext(v -> {
            packets.add(copy);
            next();
        });
        return 0;
    }

    /** The client sends no more. */
    @Override
    public void close() {
        context.runOnContext(v -> {
            ended = true;
            next();
        });
    }

    private void next() {
        if (busy || gone) {
            return;
        }
        Optional<Packet> packet;
        try {
            packet = packets.next();
        } catch (Refusal refusal) {
            disconnect(SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR, refusal.getMessage());
            return;
        }
        if (packet.isPresent()) {
            work(packet.get());
        } else if (ended) {
            leave();
        }
    }

    private void work(Packet packet) {
        if (!welcome.getAsBoolean()) {
            disconnect(SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE, "this key is not valid any more");
            return;
        }
        busy = true;
        answer(packet).compose(this::send).onComplete(sent -> {
            busy = false;
            if (sent.failed()) {
                leave();
            } else {
                makeRoom(packet.wireLength());
                context.runOnContext(v -> next());
            }
        });
    }

    private Future<Buffer> answer(Packet packet) {
        if (packet.type() == Packet.INIT) {
            return Future.succeededFuture(Reply.version());
        }
        try {
            int id = packet.uint32();
            return Future.future((Promise<Buffer> promise) -> session.answer(packet, id).onComplete(promise))
                    .recover(failure -> Future.succeededFuture(refused(id, failure)));
        } catch (Refusal unreadable) {
            return Future.succeededFuture(refused(0, unreadable));
        }
    }

    private Buffer refused(int id, Throwable failure) {
        Refusal refusal;
        if (failure instanceof Refusal told) {
            refusal = told;
        } else {
            LOG.warn("an SFTP request cannot be fulfilled: {}", failure.getClass().getName());
            refusal = Refusal.failure("the gateway cannot do this now, try again later");
        }
        // Clients ask for what is not there all the time: that is no refusal.
        if (refusal.status() != Status.NO_SUCH_FILE) {
            meters.refused(refusal.reason());
        }
        return Reply.status(id, refusal.status(), refusal.getMessage());
    }

    private Future<Void> send(Buffer reply) {
        Promise<Void> sent = Promise.promise();
        try {
            // As one of the SSH server's own threads, so that it is queued, not blocked, while keys are exchanged.
            ThreadUtils.runAsInternal(() -> out.writeBuffer(new ByteArrayBuffer(reply.getBytes())))
                    .addListener(write -> context.runOnContext(v -> {
                        if (write.isWritten()) {
                            sent.complete();
                        } else {
                            sent.fail(write.getException());
                        }
                    }));
        } catch (Exception e) {
            sent.fail(e);
        }
        return sent.future();
    }

    private void makeRoom(int bytes) {
        try {
            channel.getLocalWindow().release(bytes);
        } catch (IOException e) {
            LOG.debug("an SFTP connection broke off: {}", e.toString());
            leave();
        }
    }

    private void leave() {
        if (!gone) {
            gone = true;
            session.abort();
            exit.onExit(0);
        }
    }

    private void disconnect(int reason, String text) {
        gone = true;
        session.abort();
        meters.refused("disconnected");
        try {
            channel.getSession().disconnect(reason, text);
        } catch (IOException e) {
            LOG.debug("an SFTP connection broke off: {}", e.toString());
            channel.getSession().close(true);
        }
    }

    @Override
    public void destroy(ChannelSession closed) {
        context.runOnContext(v -> {
            gone = true;
            session.abort();
        });
    }

    @Override
    public void start(ChannelSession started, Environment environment) {
        LOG.debug("an SFTP session begins");
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void setIoOutputStream(IoOutputStream stream) {
        out = stream;
    }

    @Override
    public void setIoErrorStream(IoOutputStream stream) {
        LOG.trace("SFTP has no error stream");
    }

    @Override
    public void setIoInputStream(IoInputStream stream) {
        throw unused();
    }

    @Override
    public void setInputStream(InputStream stream) {
        throw unused();
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        throw unused();
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        throw unused();
    }

    private static IllegalStateException unused() {
        return new IllegalStateException("an SFTP channel has asynchronous streams and a receiver of its own");
    }
}
