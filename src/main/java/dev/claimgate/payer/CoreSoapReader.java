package dev.claimgate.payer;

import io.vertx.core.buffer.Buffer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a CAQH CORE message out of SOAP: the leaves of the body. DTDs and external entities are not followed. */
final class CoreSoapReader {
    private static final int FIELDS_MAX = 50;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, Buffer> attachments;
    private final StringBuilder text = new StringBuilder();
    private Buffer payload = Buffer.buffer();

    private CoreSoapReader(Map<String, Buffer> attachments) {
        this.attachments = attachments;
    }

    /** @throws IllegalArgumentException if it is no such message */
    static CoreMessage read(InputStream in, Map<String, Buffer> attachments) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        CoreSoapReader reader = new CoreSoapReader(attachments);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                reader.event(xml, xml.next());
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("it is not well-formed XML");
        }
        if (!reader.fields.containsKey("ErrorCode") && !reader.fields.containsKey("PayloadType")) {
            throw new IllegalArgumentException("it has neither PayloadType nor ErrorCode");
        }
        return new CoreMessage(reader.fields, reader.payload);
    }

    private void event(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                text.setLength(0);
                if (xml.getLocalName().equals("Include")) {
                    attached(xml.getAttributeValue(null, "href"));
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
            case XMLStreamConstants.END_ELEMENT -> leaf(xml.getLocalName());
            default -> { }
        }
    }

    private void attached(String reference) {
        String id = reference == null ? "" : reference.replaceFirst("^cid:", "");
        if (!attachments.containsKey(id)) {
            throw new IllegalArgumentException("its payload is not attached");
        }
        payload = attachments.get(id);
    }

    private void leaf(String name) {
        String value = text.toString().strip();
        if (name.equals("Payload") && !value.isEmpty()) {
            payload = Buffer.buffer(value.getBytes(StandardCharsets.ISO_8859_1));
        } else if (!value.isEmpty() && fields.size() < FIELDS_MAX) {
            fields.put(name, value);
        }
        text.setLength(0);
    }
}
