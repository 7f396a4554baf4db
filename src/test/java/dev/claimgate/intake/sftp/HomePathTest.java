package dev.claimgate.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgate.intake.sftp.HomePath.Folder;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomePathTest {
    @ParameterizedTest
    @ValueSource(strings = {"", ".", "/", "//", "/..", "../..", "/inbox/..", "./inbox/../outbox/.."})
    void shouldKnowTheTopByAnyName(String path) {
        assertThat(HomePath.of(path)).isEqualTo(HomePath.TOP);
        assertThat(HomePath.plain(path)).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"inbox,INBOX,''", "/outbox/,OUTBOX,''", "/../archive,ARCHIVE,''", "inbox/a.edi,INBOX,a.edi",
        "/outbox/../inbox/./a b.edi,INBOX,a b.edi", "/inbox/x/../a.edi,INBOX,a.edi", "/inbox/...,INBOX,..."})
    void shouldFindFoldersAndFilesInThem(String path, Folder folder, String name) {
        assertThat(HomePath.of(path)).isEqualTo(new HomePath(Optional.of(folder), name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc", "/etc/passwd", "inbox/a/b", "/INBOX", "/inbox\0", "\\inbox", "/ inbox", "/inbox/../../etc"})
    void shouldKnowNoOtherPlace(String path) {
        assertThatThrownBy(() -> HomePath.of(path)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.status()).isEqualTo(Status.NO_SUCH_FILE));
    }

    @Test
    void shouldNotThinkLongAboutALongPath() {
        assertThatThrownBy(() -> HomePath.of("/../".repeat(100_000))).isInstanceOf(Refusal.class);
    }
}
