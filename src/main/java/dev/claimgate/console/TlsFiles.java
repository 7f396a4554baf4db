package dev.claimgate.console;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The PEM files of TLS, absolute.
 *
 * @param certificate the server's certificate and those between it and its root
 * @param key         its private key, PKCS#8
 * @param clientCa    who vouches for the certificates of clients; empty asks clients for none
 */
public record TlsFiles(Path certificate, Path key, Optional<Path> clientCa) {
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

    /** Options that read the files anew. A client without a certificate is let in; the key check asks where one is bound. */
    ServerSSLOptions options() {
        ServerSSLOptions options = new ServerSSLOptions();
        options.setEnabledSecureTransportProtocols(PROTOCOLS);
        options.setKeyCertOptions(new PemKeyCertOptions().addCertPath(certificate.toString()).addKeyPath(key.toString()));
        clientCa.ifPresent(ca -> options.setClientAuth(ClientAuth.REQUEST)
                .setTrustOptions(new PemTrustOptions().addCertPath(ca.toString())));
        return options;
    }

    /** A text that is another one when a byte of the files is another one. Blocks. */
    String fingerprint() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> all = Stream.concat(Stream.of(certificate, key), clientCa.stream()).toList();
            for (Path file : all) {
                digest.update(Files.readAllBytes(file));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
