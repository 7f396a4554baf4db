package dev.claimgate.xml;

import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document being written, with the tags that are open. */
final class Tags {
    private final XMLStreamWriter out;
    private final Deque<String> open = new ArrayDeque<>();

    Tags(OutputStream stream) {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** @param attributes names and values in turn; an empty value is left out */
    void open(String name, String... attributes) {
        try {
            out.writeCharacters("\n" + " ".repeat(open.size()));
            out.writeStartElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        open.push(name);
    }

    /** A tag with nothing but text in it. */
    void text(String name, String value, String... attributes) {
        open(name, attributes);
        try {
            out.writeCharacters(clean(value));
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        open.pop();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null && !attributes[i + 1].isEmpty()) {
                out.writeAttribute(attributes[i], clean(attributes[i + 1]));
            }
        }
    }

    /** Control characters have no place in XML. */
    private static String clean(String value) {
        StringBuilder clean = null;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ') {
                clean = clean == null ? new StringBuilder(value) : clean;
                clean.setCharAt(i, '\uFFFD');
            }
        }
        return clean == null ? value : clean.toString();
    }

    void close() {
        try {
            open.pop();
            out.writeCharacters("\n" + " ".repeat(open.size()));
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Closes what is open within the innermost tag of this name; all but the outermost if there is none. */
    void closeTo(String name) {
        while (open.size() > 1 && !open.peek().equals(name)) {
            close();
        }
    }

    void closeAll() {
        while (!open.isEmpty()) {
            close();
        }
        try {
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(XMLStreamException e) {
        return new IllegalStateException("the XML cannot be written", e);
    }
}
