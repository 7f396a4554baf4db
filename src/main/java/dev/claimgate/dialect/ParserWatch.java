package dev.claimgate.dialect;

import dev.claimgate.reply.UnreadableReplyException;
import org.smooks.api.ExecutionContext;
import org.smooks.api.TypedKey;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Passes a parser's events on until it has taken too long or gone round too often: a round is one report. */
final class ParserWatch extends XMLFilterImpl {
    static final int REPORTS_MAX = 1000;

    private static final TypedKey<Limits> LIMITS = TypedKey.of();
    /** Children of the root element are lines. */
    private static final int LINE_DEPTH = 2;

    private final Limits limits;
    private int reports;
    private int depth;

    /** Of one message; counts its lines, too. */
    private static final class Limits {
        private final DialectText dialect;
        private final long endNanos;
        private int line;

        Limits(DialectText dialect, long endNanos) {
            this.dialect = dialect;
            this.endNanos = endNanos;
        }
    }

    /** @param context of the message to be read, see {@link #set} */
    ParserWatch(ContentHandler onward, ExecutionContext context) {
        setContentHandler(onward);
        this.limits = context.get(LIMITS);
    }

    /** Call it before the message is read: from now on time counts. */
    static void set(ExecutionContext context, DialectText dialect) {
        context.put(LIMITS, new Limits(dialect, System.nanoTime() + dialect.timeMax().toNanos()));
    }

    /** The line the parser is at, from 1, where each child of the root element is a line. */
    static int line(ExecutionContext context) {
        return context.get(LIMITS).line;
    }

    @Override
    public void startDocument() throws SAXException {
        if (++reports > REPORTS_MAX) {
            throw new UnreadableReplyException("the parser stands still, or the message holds more than " + REPORTS_MAX
                    + " reports");
        }
        depth = 0;
        super.startDocument();
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if (System.nanoTime() - limits.endNanos > 0) {
            throw new UnreadableReplyException(DfdlReader.tooSlow(limits.dialect));
        }
        if (++depth == LINE_DEPTH) {
            limits.line++;
        }
        super.startElement(uri, localName, name, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
        depth--;
        super.endElement(uri, localName, name);
    }
}
