package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CodingEditsPageTest {
    private static final Path PAGE = Path.of("docs/coding-edits.md");

    @Test
    void shouldTellWhatTheCodeDoes() throws IOException {
        String text = new CodingEditsPage().text();
        if (Boolean.getBoolean("coding-edits.write")) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE).as("write it with -Dcoding-edits.write=true").hasContent(text);
    }
}
