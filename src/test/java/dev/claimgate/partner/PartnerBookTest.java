package dev.claimgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerBookTest {
    private static final String BY_HAND = """
            # Our partners.
            partners:
              - id: first   # the first one
                name: First
                apiKeySha256: ["ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"]
            """;

    @TempDir
    private Path home;
    private PartnerFiles files;
    private PartnerBook book;

    @BeforeEach
    void write() throws IOException {
        files = new PartnerFiles(home, Files.writeString(home.resolve("partners.yaml"), BY_HAND), home.resolve("keys.yaml"));
        book = new PartnerBook(files);
    }

    @Test
    void shouldMakeAKeyThatLetsThePartnerIn() throws IOException {
        String key = book.addKey("first", LocalDate.of(2026, 11, 24), new SecureRandom());
        assertThat(key).startsWith(ApiKeys.PREFIX).hasSize(ApiKeys.PREFIX.length() + 43);
        assertThat(files.read().byApiKey(key)).map(Partner::id).contains("first");
        assertThat(Files.readString(files.keys())).contains(ApiKeys.hash(key)).doesNotContain(key);
        assertThat(Files.readString(files.partners())).isEqualTo(BY_HAND);
    }

    @Test
    void shouldRevokeOneKeyAndLeaveTheOthers() throws IOException {
        String old = book.addKey("first", LocalDate.EPOCH, new SecureRandom());
        String other = book.addKey("first", LocalDate.EPOCH, new SecureRandom());
        book.revokeKey("first", ApiKeys.id(ApiKeys.hash(old)));
        assertThat(files.read().byApiKey(old)).isEmpty();
        assertThat(files.read().byApiKey(other)).isPresent();
    }

    @Test
    void shouldAddAPartnerAndKeepWhatPeopleWrote() throws IOException {
        book.addPartner("second", "The \"second\"");
        assertThat(files.read().byId("second")).map(Partner::name).contains("The \"second\"");
        assertThat(Files.readString(files.partners())).startsWith(BY_HAND);
    }

    @Test
    void shouldChangeNothingThatWouldNotBeRight() throws IOException {
        assertThatThrownBy(() -> book.addKey("nobody", LocalDate.EPOCH, new SecureRandom()))
                .isInstanceOf(ConfigException.class).hasMessageContaining("no partner is called nobody");
        assertThatThrownBy(() -> book.revokeKey("first", "000000000000"))
                .isInstanceOf(ConfigException.class).hasMessageContaining("has no key");
        assertThatThrownBy(() -> book.revokeKey("first", "ba7816bf8f01"))
                .isInstanceOf(ConfigException.class).hasMessageContaining("by hand");
        assertThatThrownBy(() -> book.addPartner("first", "Again"))
                .isInstanceOf(ConfigException.class).hasMessageContaining("must be a new one");
        assertThatThrownBy(() -> book.addPartner("X", "Wrong id")).isInstanceOf(ConfigException.class);
        assertThat(Files.readString(files.partners())).isEqualTo(BY_HAND);
        assertThat(files.keys()).doesNotExist();
    }

    @Test
    void shouldRefuseAFileThatCannotTakeAnEntryAtItsEnd() throws IOException {
        Files.writeString(files.partners(), "partners: []\n");
        assertThatThrownBy(() -> book.addPartner("second", "Second")).isInstanceOf(ConfigException.class);
        assertThat(Files.readString(files.partners())).isEqualTo("partners: []\n");
    }
}
