package dev.claimgate.payer;

import dev.claimgate.partner.FileNames;
import dev.claimgate.partner.PayerAddress;
import dev.claimgate.partner.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A payer with an SFTP server. */
final class SftpStub extends FolderStub {
    private final KeyPair hostKey;
    private SshServer server;
    private Optional<PublicKey> known = Optional.empty();
    private int port;

    SftpStub(Path folder) throws Exception {
        super(folder);
        hostKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        start();
    }

    /** From now on it lets in who has this key too, without a password. */
    void know(PublicKey key) {
        known = Optional.of(key);
    }

    private void start() throws IOException {
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("gate") && password.equals("open sesame"));
        server.setPublickeyAuthenticator((user, key, session) -> user.equals("gate")
                && known.filter(each -> KeyUtils.compareKeys(each, key)).isPresent());
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.start();
        port = server.getPort();
    }

    @Override
    public PayerAddress.Sftp address() {
        return new PayerAddress.Sftp("127.0.0.1", port, KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic()),
                new PayerAddress.Login("gate", Optional.of(new Secret("open sesame")), Optional.empty()), "in", "out",
                FileNames.DEFAULT);
    }

    @Override
    public void down() throws Exception {
        server.stop(true);
    }

    @Override
    public void up() throws IOException {
        super.up();
        if (server != null) {
            start();
        }
    }

    @Override
    public void close() throws Exception {
        server.stop(true);
    }
}
