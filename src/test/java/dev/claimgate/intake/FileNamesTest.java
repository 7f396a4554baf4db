package dev.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgate.store.ArchivedFile;
import dev.claimgate.store.MailboxFile;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    private static final Instant TIME = Instant.parse("2026-11-24T00:55:12.345Z");
    private static final UUID ID = UUID.fromString("01920000-0000-7000-8000-00001a2b3c4d");

    @ParameterizedTest
    @ValueSource(strings = {"a.tmp", "A.TMP", "a.edi.part", "a.edi.filepart", "a.partial", ".a.edi"})
    void shouldKnowTemporaryNames(String name) {
        assertThat(FileNames.allowed(name)).isTrue();
        assertThat(FileNames.temporary(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.edi", "837P 2026-11-24 (2).x12", "_a", "tmp", "a.tmp.edi"})
    void shouldKnowFinalNames(String name) {
        assertThat(FileNames.allowed(name)).isTrue();
        assertThat(FileNames.temporary(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-rf", " a", "a/b", "a\\b", "a\nb", "a:b", "a*", "\u00e9.edi", "a|b"})
    void shouldAllowPlainNamesOnly(String name) {
        assertThat(FileNames.allowed(name)).isFalse();
        assertThat(FileNames.allowed("a".repeat(200))).isTrue();
        assertThat(FileNames.allowed("a".repeat(201))).isFalse();
    }

    @Test
    void shouldTellFileTypeAndControlNumberInTheNameOfAnAcknowledgement() {
        assertThat(FileNames.of(acknowledgement("claims.edi", "999", "GATEWAY"))).isEqualTo("claims_999_000000012.edi");
        assertThat(FileNames.of(acknowledgement("a_b", "277CA", "PAYER"))).isEqualTo("a_b_277CA-PAYER_000000012.edi");
        assertThat(FileNames.controlNumber("a_b_277CA-PAYER_000000012.edi")).contains(12);
        assertThat(FileNames.controlNumber("a_b_277CA_12.edi")).isEmpty();
    }

    private static MailboxFile acknowledgement(String fileName, String kind, String origin) {
        return new MailboxFile(7, fileName, kind, origin, 12, 100, TIME);
    }

    @Test
    void shouldFindAnArchivedFileByItsNameWhateverItsStateIsNow() {
        ArchivedFile file = new ArchivedFile(ID, "claims_1.edi", "RECEIVED", 100, TIME);
        assertThat(FileNames.of(file)).isEqualTo("20261124T005512Z_1a2b3c4d_RECEIVED_claims_1.edi");
        assertThat(FileNames.archived("20261124T005512Z_1a2b3c4d_VALIDATED_claims_1.edi")).hasValueSatisfying(parts -> {
            assertThat(parts.second()).isEqualTo(Instant.parse("2026-11-24T00:55:12Z"));
            assertThat(parts.names(file)).isTrue();
        });
        assertThat(FileNames.archived("20261124T005512Z_1a2b3c4e_VALIDATED_claims_1.edi").orElseThrow().names(file)).isFalse();
        assertThat(FileNames.archived("20261324T005512Z_1a2b3c4d_VALIDATED_claims_1.edi")).isEmpty();
    }
}
