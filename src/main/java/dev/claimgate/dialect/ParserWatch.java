package dev.claimgate.dialect;

import dev.claimgate.reply.UnreadableReplyException;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Passes a parser's events on until it has taken too long or gone round too often: a round is one report. */
final class ParserWatch extends XMLFilterImpl {
    static final int REPORTS_MAX = 1000;

    private final long endNanos;
    private int reports;

    ParserWatch(ContentHandler onward, long endNanos) {
        setContentHandler(onward);
        this.endNanos = endNanos;
    }

    @Override
    public void startDocument() throws SAXException {
        if (++reports > REPORTS_MAX) {
            throw new UnreadableReplyException("the parser stands still, or the message holds more than " + REPORTS_MAX
                    + " reports");
        }
        super.startDocument();
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if (System.nanoTime() - endNanos > 0) {
            throw new UnreadableReplyException(DfdlReader.TOO_SLOW);
        }
        super.startElement(uri, localName, name, attributes);
    }
}
