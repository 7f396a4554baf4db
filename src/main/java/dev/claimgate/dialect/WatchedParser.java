package dev.claimgate.dialect;

import org.apache.daffodil.japi.ValidationMode;
import org.smooks.cartridges.edi.parser.EdiParser;
import org.xml.sax.InputSource;

/**
 * The cartridge's parser, held by a watch. It goes round while data is left, whether or not a round took any of it; with the
 * watch it ends after a time, and after so many rounds. Smooks makes one for each message.
 */
public final class WatchedParser extends EdiParser {
    @Override
    public void parse(InputSource source) {
        // Only so does the cartridge stop at every error; else it logs some, values and all, and goes on for ever.
        setValidationMode(ValidationMode.Full);
        setContentHandler(new ParserWatch(getContentHandler(), executionContext));
        super.parse(source);
    }
}
