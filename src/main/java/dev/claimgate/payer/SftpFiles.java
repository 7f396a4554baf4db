package dev.claimgate.payer;

import dev.claimgate.partner.PayerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * Files on a payer's SFTP server, whose key must be the one agreed upon. Every call has a session of its own: payers close
 * those that are idle. Nothing of {@code ~/.ssh} is used.
 */
final class SftpFiles implements PayerFiles {
    private final PayerAddress.Sftp address;
    private final Duration timeout;
    private final SshClient client;

    SftpFiles(PayerAddress.Sftp address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
        client = SshClient.setUpDefaultClient();
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier((session, server, key) ->
                address.hostKey().equals(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key)));
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, timeout);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, timeout);
    }

    @Override
    public void put(String name, byte[] bytes) throws IOException {
        String target = address.upload() + "/" + name;
        String temporary = address.upload() + "/." + name + ".tmp";
        withSftp(sftp -> {
            try (OutputStream out = sftp.write(temporary, List.of(SftpClient.OpenMode.Create, SftpClient.OpenMode.Write,
                    SftpClient.OpenMode.Truncate))) {
                out.write(bytes);
            }
            // SFTP renames onto nothing only; what stands there is an earlier attempt with the same bytes.
            removeIfThere(sftp, target);
            sftp.rename(temporary, target);
            return null;
        });
    }

    @Override
    public List<Waiting> list() throws IOException {
        return withSftp(sftp -> {
            List<Waiting> waiting = new ArrayList<>();
            for (SftpClient.DirEntry entry : sftp.readDir(address.replies())) {
                if (entry.getAttributes().isRegularFile()) {
                    waiting.add(new Waiting(entry.getFilename(), entry.getAttributes().getModifyTime().toInstant()));
                }
            }
            return waiting;
        });
    }

    @Override
    public byte[] get(String name) throws IOException {
        return withSftp(sftp -> {
            try (InputStream in = sftp.read(address.replies() + "/" + name)) {
                byte[] bytes = in.readNBytes(PayerHttp.BODY_BYTES_MAX + 1);
                if (bytes.length > PayerHttp.BODY_BYTES_MAX) {
                    throw PayerFiles.tooLong(name);
                }
                return bytes;
            }
        });
    }

    @Override
    public void remove(String name) throws IOException {
        withSftp(sftp -> {
            removeIfThere(sftp, address.replies() + "/" + name);
            return null;
        });
    }

    @Override
    public void close() {
        client.stop();
    }

    private static void removeIfThere(SftpClient sftp, String path) throws IOException {
        try {
            sftp.remove(path);
        } catch (SftpException e) {
            if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                throw e;
            }
        }
    }

    private <T> T withSftp(Work<T> work) throws IOException {
        client.start();
        PayerAddress.Login login = address.login();
        try (ClientSession session = client.connect(login.user(), address.host(), address.port()).verify(timeout)
                .getSession()) {
            login.password().ifPresent(password -> session.addPasswordIdentity(password.value()));
            if (login.key().isPresent()) {
                addKeys(session, login.key().get());
            }
            session.auth().verify(timeout);
            try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                return work.with(sftp);
            }
        }
    }

    private static void addKeys(ClientSession session, Path file) throws IOException {
        try {
            new FileKeyPairProvider(file).loadKeys(session).forEach(session::addPublicKeyIdentity);
        } catch (RuntimeException e) {
            throw new IOException("the private key cannot be read", e);
        }
    }

    /** What is done in a session. */
    @FunctionalInterface
    private interface Work<T> {
        T with(SftpClient sftp) throws IOException;
    }
}
