package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import dev.claimgate.partner.PayerAddress.CoreIds;
import dev.claimgate.partner.PayerAddress.Login;
import dev.claimgate.partner.PayerAddress.Tls;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how a payer is reached: {@code connector} and the keys that belong to it. */
final class PayerAddressReader {
    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+(/[A-Za-z0-9._~/-]*)?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,255}");
    private static final Pattern USER = Pattern.compile("[!-~]{1,80}");
    private static final Pattern CORE_ID = Pattern.compile("[!-~]{1,50}");
    private static final Pattern HOST_KEY = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
    private static final Pattern REMOTE = Pattern.compile("/?[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*");

    private final Settings entry;
    private final Secrets secrets;

    /** The ways to a payer. */
    enum Connector { HTTP, CORE_MIME, CORE_SOAP, SFTP, FOLDER }

    /** ProcessingMode of CAQH CORE. */
    enum Mode { BATCH, REAL_TIME }

    PayerAddressReader(Settings entry, Secrets secrets) {
        this.entry = entry;
        this.secrets = secrets;
    }

    PayerAddress read() {
        Connector connector = entry.oneOf("connector", Connector.class, Connector.HTTP);
        return switch (connector) {
            case HTTP -> new PayerAddress.Http(url(), login(), tls());
            case CORE_MIME, CORE_SOAP -> new PayerAddress.Core(url(), connector == Connector.CORE_SOAP, login(), tls(),
                    core(entry.section("core")));
            case SFTP -> sftp(entry.section("sftp"));
            case FOLDER -> folder(entry.section("folder"));
        };
    }

    private URI url() {
        return URI.create(entry.text("url", URL, "http://HOST:PORT or https://HOST:PORT"));
    }

    private Optional<Login> login() {
        Settings settings = entry.section("login");
        if (settings.keys().isEmpty()) {
            return Optional.empty();
        }
        Login login = new Login(settings.text("user", USER, "1 to 80 characters without blanks"),
                secrets.read(settings, "password"), secrets.path(settings, "key"));
        settings.done();
        if (login.password().isEmpty() && login.key().isEmpty()) {
            settings.fault("password", "is missing, must be env:NAME or file:PATH, or with sftp a key");
        }
        return Optional.of(login);
    }

    private Tls tls() {
        Settings settings = entry.section("tls");
        boolean keyNamed = settings.keys().contains("key");
        Tls tls = new Tls(secrets.path(settings, "trust"), secrets.path(settings, "certificate"),
                secrets.path(settings, "key"));
        if (settings.keys().contains("certificate") != keyNamed) {
            settings.fault(keyNamed ? "certificate" : "key", "is missing, must stand beside the other: both are PEM files");
        }
        settings.done();
        return tls;
    }

    private static CoreIds core(Settings settings) {
        CoreIds ids = new CoreIds(settings.text("sender", CORE_ID, "SenderID, 1 to 50 characters without blanks"),
                settings.text("receiver", CORE_ID, "ReceiverID, 1 to 50 characters without blanks"),
                settings.oneOf("mode", Mode.class, Mode.BATCH) == Mode.BATCH);
        settings.done();
        return ids;
    }

    private PayerAddress sftp(Settings settings) {
        Optional<Login> login = login();
        if (login.isEmpty()) {
            entry.fault("login", "is missing, must name user and password or key");
        }
        PayerAddress address = new PayerAddress.Sftp(settings.text("host", HOST, "a host name or address"),
                settings.integer("port", 22, 1, 65_535),
                settings.text("hostKey", HOST_KEY, "the fingerprint of the server's key as ssh-keygen -l tells it, SHA256:..."),
                login.orElseGet(() -> new Login("", Optional.empty(), Optional.empty())),
                settings.text("upload", "inbound", REMOTE, "a folder of the server"),
                settings.text("replies", "outbound", REMOTE, "a folder of the server"), names());
        settings.done();
        return address;
    }

    private PayerAddress folder(Settings settings) {
        Path upload = secrets.folder(settings, "upload");
        Path replies = secrets.folder(settings, "replies");
        if (upload.equals(replies)) {
            settings.fault("replies", "is the folder of upload, must be another");
        }
        settings.done();
        return new PayerAddress.Folder(upload, replies, names());
    }

    private FileNames names() {
        return new FileNames(entry.text("fileName", FileNames.DEFAULT.pattern(), FileNames.SHAPE, FileNames.RIGHT));
    }
}
