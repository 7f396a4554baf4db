package dev.claimgate.payer;

import dev.claimgate.partner.Payer;
import dev.claimgate.partner.PayerAddress;
import dev.claimgate.store.OutboundDelivery;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Payers behind CAQH CORE connectivity vC2.2.0. A repeated delivery has the same PayloadID. The rule knows no removal of
 * one result: a payer that gives the same one again is understood, it is kept once.
 */
final class CorePayerConnector implements PayerConnector {
    static final String SUBMISSION = "X12_837_Request_005010X222A1";
    static final String RETRIEVAL = "X12_005010_Request_Batch_Results_277CA";
    static final String NO_RESULTS = "X12_005010_Response_NoBatchResultsFile";

    private final PayerHttp http;
    private final PayerAddress.Core address;
    private final Payer payer;
    private final CoreEnvelope envelope;
    private final Clock clock;

    CorePayerConnector(PayerHttp http, PayerAddress.Core address, Payer payer, CoreEnvelope envelope, Clock clock) {
        this.http = http;
        this.address = address;
        this.payer = payer;
        this.envelope = envelope;
        this.clock = clock;
    }

    @Override
    public Future<Buffer> deliver(OutboundDelivery interchange) {
        String name = payer.id() + " " + interchange.controlNumber() + " " + interchange.createdAt().toInstant();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return exchange(CoreEnvelope.Operation.SUBMIT, message(SUBMISSION, id, interchange.bytes()))
                .map(CoreMessage::payload);
    }

    @Override
    public Future<Optional<Message>> nextReply() {
        return exchange(CoreEnvelope.Operation.RETRIEVE, message(RETRIEVAL, UUID.randomUUID(), Buffer.buffer()))
                .map(answer -> answer.payload().length() == 0 || answer.field("PayloadType").equals(NO_RESULTS)
                        ? Optional.empty() : Optional.of(new Message(answer.field("PayloadID"), answer.payload())));
    }

    @Override
    public Future<Void> confirm(Message message) {
        return Future.succeededFuture();
    }

    private CoreMessage message(String type, UUID id, Buffer payload) {
        boolean batch = address.ids().batch();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("PayloadType", type);
        fields.put("ProcessingMode", batch ? "Batch" : "RealTime");
        fields.put("PayloadID", id.toString());
        if (batch && payload.length() > 0) {
            fields.put("PayloadLength", Integer.toString(payload.length()));
        }
        fields.put("TimeStamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        fields.put("SenderID", address.ids().sender());
        fields.put("ReceiverID", address.ids().receiver());
        fields.put("CORERuleVersion", "2.2.0");
        if (batch && payload.length() > 0) {
            fields.put("CheckSum", sha1(payload));
        }
        return new CoreMessage(fields, payload);
    }

    private Future<CoreMessage> exchange(CoreEnvelope.Operation operation, CoreMessage message) {
        CoreEnvelope.Written written = envelope.write(operation, message);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Content-Type", written.contentType());
        return http.exchange(HttpMethod.POST, address.url().toString(), headers, written.body())
                .compose(answer -> answer.taken() ? read(answer) : answer.failed());
    }

    private Future<CoreMessage> read(PayerHttp.Answer answer) {
        if (answer.body().length() == 0) {
            return Future.succeededFuture(new CoreMessage(Map.of(), Buffer.buffer()));
        }
        try {
            String type = answer.headers().get("Content-Type");
            return checked(envelope.read(type == null ? "" : type, answer.body()));
        } catch (IllegalArgumentException e) {
            return Future.failedFuture(new PayerUnavailableException("the payer's answer is no CORE message: "
                    + e.getMessage()));
        }
    }

    private static Future<CoreMessage> checked(CoreMessage message) {
        if (message.success()) {
            boolean damaged = !message.field("CheckSum").isEmpty()
                    && !message.field("CheckSum").equalsIgnoreCase(sha1(message.payload()));
            return damaged ? Future.failedFuture(new PayerUnavailableException(
                    "the CheckSum of the payer's answer is not that of its payload")) : Future.succeededFuture(message);
        }
        String code = "the payer's ErrorCode is " + message.field("ErrorCode").replaceAll("[^A-Za-z]", "?");
        return Future.failedFuture(message.refusesPayload() ? new PayerRefusedException(code, message.payload())
                : new PayerUnavailableException(code));
    }

    static String sha1(Buffer payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(payload.getBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
