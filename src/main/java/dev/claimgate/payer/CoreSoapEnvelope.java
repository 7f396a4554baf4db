package dev.claimgate.payer;

import dev.claimgate.partner.PayerAddress;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * CAQH CORE messages in SOAP 1.2: a batch carries its payload as an MTOM attachment, real time as text. User and password
 * go in a WS-Security UsernameToken.
 */
final class CoreSoapEnvelope implements CoreEnvelope {
    private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    private static final String CORE = "http://www.caqh.org/SOAP/WSDL/CORERule2.2.0.xsd";
    private static final String XOP = "http://www.w3.org/2004/08/xop/include";
    private static final String SECURITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String PAYLOAD_ID = "payload@claimgate";

    private final PayerAddress.Core address;

    CoreSoapEnvelope(PayerAddress.Core address) {
        this.address = address;
    }

    @Override
    public Written write(Operation operation, CoreMessage message) {
        boolean attached = address.ids().batch() && message.payload().length() > 0;
        Buffer xml = Buffer.buffer(xml(operation, message, attached));
        if (!attached) {
            return new Written("application/soap+xml; charset=UTF-8", xml);
        }
        Buffer body = MimeParts.write(List.of(
                new MimeParts.Part("Content-Type: application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"\r\n"
                        + "Content-ID: <root@claimgate>", xml),
                new MimeParts.Part("Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n"
                        + "Content-ID: <" + PAYLOAD_ID + ">", message.payload())));
        return new Written("multipart/related; type=\"application/xop+xml\"; start=\"<root@claimgate>\"; "
                + "start-info=\"application/soap+xml\"; boundary=" + MimeParts.BOUNDARY, body);
    }

    @Override
    public CoreMessage read(String contentType, Buffer body) {
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return CoreSoapReader.read(new ByteArrayInputStream(body.getBytes()), Map.of());
        }
        List<MimeParts.Part> parts = MimeParts.read(contentType, body);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("it has no parts");
        }
        Map<String, Buffer> attachments = new HashMap<>();
        parts.forEach(part -> attachments.put(part.header("Content-ID").replaceAll("^<|>$", ""), part.body()));
        return CoreSoapReader.read(new ByteArrayInputStream(parts.get(0).body().getBytes()), attachments);
    }

    private String element(Operation operation) {
        if (!address.ids().batch()) {
            return "COREEnvelopeRealTimeRequest";
        }
        return operation == Operation.SUBMIT ? "COREEnvelopeBatchSubmission" : "COREEnvelopeBatchResultsRetrievalRequest";
    }

    private String xml(Operation operation, CoreMessage message, boolean attached) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartElement("soapenv", "Envelope", SOAP);
            xml.writeNamespace("soapenv", SOAP);
            security(xml);
            xml.writeStartElement("soapenv", "Body", SOAP);
            xml.writeStartElement("cor", element(operation), CORE);
            xml.writeNamespace("cor", CORE);
            for (Map.Entry<String, String> field : message.fields().entrySet()) {
                xml.writeStartElement(field.getKey());
                xml.writeCharacters(field.getValue());
                xml.writeEndElement();
            }
            payload(xml, message, attached);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a SOAP envelope cannot be written", e);
        }
        return text.toString();
    }

    private static void payload(XMLStreamWriter xml, CoreMessage message, boolean attached) throws XMLStreamException {
        if (message.payload().length() == 0) {
            return;
        }
        xml.writeStartElement("Payload");
        if (attached) {
            xml.writeStartElement("xop", "Include", XOP);
            xml.writeNamespace("xop", XOP);
            xml.writeAttribute("href", "cid:" + PAYLOAD_ID);
            xml.writeEndElement();
        } else {
            xml.writeCharacters(message.payload().toString(StandardCharsets.ISO_8859_1));
        }
        xml.writeEndElement();
    }

    private void security(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("soapenv", "Header", SOAP);
        if (address.login().isPresent()) {
            PayerAddress.Login login = address.login().get();
            xml.writeStartElement("wsse", "Security", SECURITY);
            xml.writeNamespace("wsse", SECURITY);
            xml.writeStartElement("wsse", "UsernameToken", SECURITY);
            text(xml, "Username", login.user());
            if (login.password().isPresent()) {
                text(xml, "Password", login.password().get().value());
            }
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement("wsse", name, SECURITY);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
