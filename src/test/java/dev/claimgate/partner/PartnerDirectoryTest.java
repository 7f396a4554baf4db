package dev.claimgate.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartnerDirectoryTest {
    // SHA-256 of "abc", FIPS 180-2 appendix B.1
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String OF_ANOTHER = "00".repeat(32);

    private final Partner first = new Partner("first", "First", List.of(), List.of(OF_ABC));
    private final Partner second = new Partner("second", "Second", List.of(), List.of());
    private final PartnerDirectory directory = new PartnerDirectory(List.of(first, second));

    @Test
    void shouldFindThePartnerWhoseHashTheKeyHas() {
        assertThat(directory.byApiKey("abc")).contains(first);
    }

    @Test
    void shouldNotTakeTheHashItselfForAKey() {
        assertThat(directory.byApiKey(OF_ABC)).isEmpty();
    }

    @Test
    void shouldTakeEachOfSeveralKeysOfAPartner() {
        Partner both = new Partner("both", "Both", List.of(), List.of(OF_ANOTHER, OF_ABC));
        assertThat(new PartnerDirectory(List.of(second, both)).byApiKey("abc")).contains(both);
    }

    @Test
    void shouldFindPartnersById() {
        assertThat(directory.byId("second")).contains(second);
        assertThat(directory.byId("third")).isEmpty();
    }
}
