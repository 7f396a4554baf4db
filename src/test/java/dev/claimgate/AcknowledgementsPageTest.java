package dev.claimgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AcknowledgementsPageTest {
    private static final Path PAGE = Path.of("docs/acknowledgements.md");

    @Test
    void shouldTellWhatTheCodeDoes() throws IOException {
        String text = new AcknowledgementsPage().text();
        if (Boolean.getBoolean("acknowledgements.write")) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE).as("write it with -Dacknowledgements.write=true").hasContent(text);
    }
}
