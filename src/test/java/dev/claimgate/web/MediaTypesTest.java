package dev.claimgate.web;

import static dev.claimgate.web.MediaTypes.JSON;
import static dev.claimgate.web.MediaTypes.X12;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediaTypesTest {
    private static final List<String> OFFERS = List.of(JSON, X12);

    @Test
    void shouldGiveTheFirstOfferToWhoDoesNotAsk() {
        assertThat(MediaTypes.preferred(null, OFFERS)).contains(JSON);
        assertThat(MediaTypes.preferred("", OFFERS)).contains(JSON);
        assertThat(MediaTypes.preferred("*/*", OFFERS)).contains(JSON);
        assertThat(MediaTypes.preferred("application/*", OFFERS)).contains(JSON);
    }

    @Test
    void shouldGiveWhatIsAskedForWhateverItsCase() {
        assertThat(MediaTypes.preferred("application/edi-x12", OFFERS)).contains(X12);
        assertThat(MediaTypes.preferred("application/EDI-X12; charset=us-ascii", OFFERS)).contains(X12);
    }

    @Test
    void shouldPreferTheHigherQuality() {
        assertThat(MediaTypes.preferred("application/json;q=0.5, application/EDI-X12", OFFERS)).contains(X12);
        assertThat(MediaTypes.preferred("*/*;q=0.1, application/json;q=0.9, application/EDI-X12;q=0.8", OFFERS)).contains(JSON);
    }

    @Test
    void shouldLetTheMostSpecificRangeDecide() {
        assertThat(MediaTypes.preferred("application/json;q=0, */*", OFFERS)).contains(X12);
    }

    @Test
    void shouldGiveNothingWhereNothingIsAcceptable() {
        assertThat(MediaTypes.preferred("text/html", OFFERS)).isEmpty();
        assertThat(MediaTypes.preferred("application/json;q=0", OFFERS)).isEmpty();
        assertThat(MediaTypes.preferred("nonsense", OFFERS)).isEmpty();
    }
}
