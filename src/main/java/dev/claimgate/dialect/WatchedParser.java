package dev.claimgate.dialect;

import org.apache.daffodil.japi.ValidationMode;
import org.smooks.api.TypedKey;
import org.smooks.cartridges.edi.parser.EdiParser;
import org.xml.sax.InputSource;

/**
 * The cartridge's parser, held by a watch. It goes round while data is left, whether or not a round took any of it; with the
 * watch it ends after a time, and after so many rounds. Smooks makes one for each message.
 */
public final class WatchedParser extends EdiParser {
    /** {@link System#nanoTime} at which reading stops. */
    static final TypedKey<Long> END_NANOS = TypedKey.of();

    @Override
    public void parse(InputSource source) {
        // Only so does the cartridge stop at every error; else it logs some, values and all, and goes on for ever.
        setValidationMode(ValidationMode.Full);
        setContentHandler(new ParserWatch(getContentHandler(), executionContext.get(END_NANOS)));
        super.parse(source);
    }
}
