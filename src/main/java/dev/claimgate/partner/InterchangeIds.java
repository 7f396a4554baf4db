package dev.claimgate.partner;

import dev.claimgate.config.Settings;
import java.util.regex.Pattern;

/** Reads the {@code qualifier} and {@code id} of an interchange party. */
final class InterchangeIds {
    private static final Pattern QUALIFIER = Pattern.compile("[A-Z0-9]{2}");
    private static final Pattern ID = Pattern.compile("[!-~](?:[ -~]{0,13}[!-~])?");

    private InterchangeIds() {
    }

    static InterchangeId read(Settings settings) {
        InterchangeId party = new InterchangeId(
                settings.text("qualifier", QUALIFIER, "two capitals or digits, such as ZZ"),
                settings.text("id", ID, "1 to 15 characters without blanks at the ends"));
        settings.done();
        return party;
    }
}
