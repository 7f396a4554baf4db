package dev.claimgate.partner;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where a payer is and how it is spoken to. */
public sealed interface PayerAddress {
    /** Interchanges are the bodies of HTTP requests. */
    record Http(URI url, Optional<Login> login, Tls tls) implements PayerAddress {
    }

    /** CAQH CORE connectivity vC2.2.0 over HTTP: as multipart/form-data, or as a SOAP envelope. */
    record Core(URI url, boolean soap, Optional<Login> login, Tls tls, CoreIds ids) implements PayerAddress {
    }

    /** Files on the payer's SFTP server. */
    record Sftp(String host, int port, String hostKey, Login login, String upload, String replies, FileNames names)
            implements PayerAddress {
    }

    /** Files in folders of this machine, as other software carries them on. */
    record Folder(Path upload, Path replies, FileNames names) implements PayerAddress {
    }

    /**
     * Who we are to a server.
     *
     * @param password empty if a key is used
     * @param key      private key in OpenSSH or PEM form; SFTP only
     */
    record Login(String user, Optional<Secret> password, Optional<Path> key) {
    }

    /**
     * Files in PEM for https.
     *
     * @param trust       certificates trusted; empty trusts what Java trusts
     * @param certificate our own, shown to the server; empty shows none
     * @param key         its private key
     */
    record Tls(Optional<Path> trust, Optional<Path> certificate, Optional<Path> key) {
        public static final Tls PLAIN = new Tls(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Fields of the CORE envelope.
     *
     * @param sender   SenderID
     * @param receiver ReceiverID
     * @param batch    ProcessingMode Batch instead of RealTime: with PayloadLength and CheckSum
     */
    record CoreIds(String sender, String receiver, boolean batch) {
    }
}
