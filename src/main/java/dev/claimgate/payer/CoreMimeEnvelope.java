package dev.claimgate.payer;

import dev.claimgate.partner.PayerAddress;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CAQH CORE messages as {@code multipart/form-data}: each field a part. */
final class CoreMimeEnvelope implements CoreEnvelope {
    private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"?([A-Za-z0-9]{1,40})\"?");

    private final PayerAddress.Core address;

    CoreMimeEnvelope(PayerAddress.Core address) {
        this.address = address;
    }

    @Override
    public Written write(Operation operation, CoreMessage message) {
        List<MimeParts.Part> parts = new ArrayList<>();
        message.fields().forEach((name, value) -> parts.add(part(name, Buffer.buffer(value))));
        address.login().ifPresent(login -> {
            parts.add(part("UserName", Buffer.buffer(login.user())));
            login.password().ifPresent(password -> parts.add(part("Password", Buffer.buffer(password.value()))));
        });
        if (message.payload().length() > 0) {
            parts.add(part("Payload", message.payload()));
        }
        return new Written("multipart/form-data; boundary=" + MimeParts.BOUNDARY, MimeParts.write(parts));
    }

    @Override
    public CoreMessage read(String contentType, Buffer body) {
        Map<String, String> fields = new LinkedHashMap<>();
        Buffer payload = Buffer.buffer();
        for (MimeParts.Part part : MimeParts.read(contentType, body)) {
            Matcher name = NAME.matcher(part.header("Content-Disposition"));
            if (name.find() && name.group(1).equals("Payload")) {
                payload = part.body();
            } else if (name.reset().find()) {
                fields.put(name.group(1), part.body().toString());
            }
        }
        if (!fields.containsKey("ErrorCode") && !fields.containsKey("PayloadType")) {
            throw new IllegalArgumentException("it has neither PayloadType nor ErrorCode");
        }
        return new CoreMessage(fields, payload);
    }

    private static MimeParts.Part part(String name, Buffer value) {
        return new MimeParts.Part("Content-Disposition: form-data; name=\"" + name + "\"", value);
    }
}
