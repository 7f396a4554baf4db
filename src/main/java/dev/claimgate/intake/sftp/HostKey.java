package dev.claimgate.intake.sftp;

import dev.claimgate.config.ConfigException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key by which clients know that it is us: made once, kept, read by its owner only. Blocks. */
final class HostKey {
    private static final Logger LOG = LoggerFactory.getLogger(HostKey.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int ED25519_BITS = 256;

    private HostKey() {
    }

    /** The key in the file; makes an Ed25519 key if there is no file. */
    static KeyPair in(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            checkAccess(file);
            return read(file);
        } catch (IOException | GeneralSecurityException e) {
            throw fault(file, "cannot be read or made (" + e.getClass().getSimpleName() + "), must be a private key in the"
                    + " format of OpenSSH without passphrase, or absent in a folder that can be written to");
        }
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Iterable<KeyPair> keys = SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName("host key"), in,
                    FilePasswordProvider.EMPTY);
            if (keys == null || !keys.iterator().hasNext()) {
                throw fault(file, "holds no private key, must be one in the format of OpenSSH without passphrase");
            }
            KeyPair pair = keys.iterator().next();
            LOG.info("SFTP: host key {}", KeyUtils.getFingerPrint(pair.getPublic()));
            return pair;
        }
    }

    private static void checkAccess(Path file) throws IOException {
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeAll(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        if (!others.isEmpty()) {
            throw fault(file, "can be read by others, must be its owner's only (chmod 600)");
        }
    }

    /** Written whole beside it, then renamed: no one ever reads half a key, and of two that make one, one wins. */
    private static void make(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.getParent());
        KeyPair pair = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, ED25519_BITS);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "claimgate", null, text);
        Path beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.write(beside, text.toByteArray());
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            // Another gateway was quicker: its key is ours too.
            return;
        } finally {
            Files.delete(beside);
        }
    }

    private static ConfigException fault(Path file, String foundAndRight) {
        return new ConfigException(List.of("intake.sftp.hostKeyFile: " + file + " " + foundAndRight));
    }
}
