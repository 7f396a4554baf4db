package dev.claimgate.payer;

import static dev.claimgate.TestVertx.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.TestVertx;
import dev.claimgate.partner.BreakerPolicy;
import dev.claimgate.partner.Payer;
import dev.claimgate.partner.PayerAddress;
import dev.claimgate.store.OutboundDelivery;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every connector must do, asked of each. */
class PayerConnectorsIT {
    @RegisterExtension
    static final TestVertx vertx = new TestVertx();
    private static final OutboundDelivery FIRST = PayerStub.interchange(1, PayerStub.isa(1));

    @TempDir
    Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();

    /** The ways to a payer. */
    enum Way { HTTP, CORE_MIME, CORE_SOAP, SFTP, FOLDER }

    @BeforeAll
    static void warmUp() {
        HttpStub.warmUp();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private PayerStub stub(Way way) throws Exception {
        PayerStub stub = switch (way) {
            case HTTP -> new HttpStub(vertx.get(), HttpStub.Style.RAW);
            case CORE_MIME -> new HttpStub(vertx.get(), HttpStub.Style.MIME);
            case CORE_SOAP -> new HttpStub(vertx.get(), HttpStub.Style.SOAP);
            case SFTP -> new SftpStub(folder);
            case FOLDER -> new FolderStub(folder);
        };
        open.add(stub);
        return stub;
    }

    private PayerConnector connector(PayerAddress address) {
        Payer payer = SampleFile.payer(1, new BreakerPolicy(50, 4, 2, Duration.ofSeconds(1), 1), Duration.ofSeconds(20))
                .at(address);
        PayerConnector connector = PayerConnectors.open(vertx.get(), payer, Clock.systemUTC());
        open.add(() -> await(connector.close()));
        return connector;
    }

    @ParameterizedTest
    @EnumSource
    void shouldBringEveryByteToThePayer(Way way) throws Exception {
        PayerStub stub = stub(way);
        PayerConnector connector = connector(stub.address());

        assertThat(await(connector.deliver(FIRST)).length()).isZero();
        await(connector.deliver(PayerStub.interchange(2, PayerStub.isa(2))));

        assertThat(stub.received()).containsExactly(PayerStub.isa(1), PayerStub.isa(2));
    }

    @ParameterizedTest
    @EnumSource
    void shouldBringTheSameAgain(Way way) throws Exception {
        PayerStub stub = stub(way);
        PayerConnector connector = connector(stub.address());

        await(connector.deliver(FIRST));
        await(connector.deliver(FIRST));

        assertThat(stub.received()).isNotEmpty().containsOnly(PayerStub.isa(1));
    }

    @ParameterizedTest
    @EnumSource
    void shouldEmptyTheReplyBoxOneByOne(Way way) throws Exception {
        PayerStub stub = stub(way);
        PayerConnector connector = connector(stub.address());
        stub.offer("a.277", "first");
        stub.offer("b.277", "second");
        List<String> replies = new ArrayList<>();

        for (Optional<PayerConnector.Message> next = await(connector.nextReply()); next.isPresent();
                next = await(connector.nextReply())) {
            replies.add(next.get().bytes().toString());
            await(connector.confirm(next.get()));
        }

        assertThat(replies).containsExactlyInAnyOrder("first", "second");
        assertThat(stub.waiting()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void shouldFailWithoutHarmWhileThePayerIsDown(Way way) throws Exception {
        PayerStub stub = stub(way);
        PayerConnector connector = connector(stub.address());
        stub.down();

        assertThat(cause(connector.deliver(FIRST))).isNotNull().isNotInstanceOf(PayerRefusedException.class);
        assertThat(cause(connector.nextReply())).isNotNull();
        stub.up();
        await(connector.deliver(FIRST));

        assertThat(stub.received()).containsExactly(PayerStub.isa(1));
    }

    @Test
    void shouldNotSpeakToAServerWithAnotherKey() throws Exception {
        PayerAddress.Sftp right = ((SftpStub) stub(Way.SFTP)).address();
        PayerConnector connector = connector(new PayerAddress.Sftp(right.host(), right.port(), "SHA256:" + "A".repeat(43),
                right.login(), right.upload(), right.replies(), right.names()));

        assertThatThrownBy(() -> await(connector.deliver(FIRST))).isInstanceOf(IOException.class)
                .hasMessageContaining("key");
    }

    @Test
    void shouldLogInBySftpWithAPrivateKey() throws Exception {
        KeyPair own = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        Path file = folder.resolve("own-key");
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(own, "test", null, out);
        }
        SftpStub stub = (SftpStub) stub(Way.SFTP);
        PayerAddress.Sftp byPassword = stub.address();
        PayerConnector connector = connector(new PayerAddress.Sftp(byPassword.host(), byPassword.port(), byPassword.hostKey(),
                new PayerAddress.Login("gate", Optional.empty(), Optional.of(file)), byPassword.upload(), byPassword.replies(),
                byPassword.names()));
        assertThat(cause(connector.deliver(FIRST))).as("a key that the payer does not know").isInstanceOf(IOException.class);
        stub.know(own.getPublic());

        await(connector.deliver(FIRST));

        assertThat(stub.received()).containsExactly(PayerStub.isa(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"CORE_MIME", "CORE_SOAP"})
    void shouldFillTheFieldsOfTheCoreRule(Way way) throws Exception {
        HttpStub stub = (HttpStub) stub(way);
        PayerConnector connector = connector(stub.address());

        await(connector.deliver(FIRST));
        await(connector.deliver(FIRST));

        Map<String, String> sent = stub.fields.get(0);
        assertThat(sent).containsEntry("PayloadType", "X12_837_Request_005010X222A1").containsEntry("ProcessingMode", "Batch")
                .containsEntry("SenderID", "GATE").containsEntry("ReceiverID", "EVG").containsEntry("CORERuleVersion", "2.2.0")
                .containsEntry("PayloadLength", "" + FIRST.bytes().length())
                .containsEntry("CheckSum", CorePayerConnector.sha1(FIRST.bytes()));
        assertThat(sent.get("TimeStamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(stub.fields.get(1)).containsEntry("PayloadID", sent.get("PayloadID"));
        assertThat(stub.texts.get(0)).startsWith(way == Way.CORE_MIME ? "multipart/form-data; boundary="
                : "multipart/related; type=\"application/xop+xml\"").contains(PayerStub.isa(1));
    }

    private static Throwable cause(Future<?> call) {
        return await(call.transform(done -> Future.succeededFuture(done.cause())));
    }
}
