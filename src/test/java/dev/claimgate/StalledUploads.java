package dev.claimgate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A partner's uploads by SFTP that begin as large files do, and then say nothing any more. */
final class StalledUploads implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** More than what is held in memory until an upload takes one of the streams. */
    private static final int BYTES = 300_000;

    private final SshClient client = SshClient.setUpDefaultClient();
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final int port;

    StalledUploads(int port) {
        this.port = port;
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
    }

    /** Begins one over a connection of its own; its bytes may wait for a stream. */
    void begin(String user, Path key, String name) throws IOException {
        ClientSession session = client.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession();
        session.setKeyIdentityProvider(new FileKeyPairProvider(key));
        session.auth().verify(PATIENCE);
        SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
        SftpClient.CloseableHandle handle = sftp.open("/inbox/" + name,
                EnumSet.of(SftpClient.OpenMode.Write, SftpClient.OpenMode.Create));
        senders.submit(() -> {
            sftp.write(handle, 0, new byte[BYTES]);
            return null;
        });
    }

    @Override
    public void close() throws IOException {
        senders.shutdownNow();
        client.stop();
        client.close();
    }
}
