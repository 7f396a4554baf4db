package dev.claimgate.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationalNoteTest {
    @ParameterizedTest
    @CsvSource({
        "P0809, '', ''", "P0809, 8 9, ''", "P0809, 8, 9", "P0809, 9, 8",
        "R0203, '', 2", "R0203, 3, ''",
        "C1110, 10, ''", "C1110, 11, 10", "C1110, 10 11, ''",
        "L050607, '', ''", "L050607, 5, 6", "L050607, 5 7, ''", "L050607, 6, ''",
        "E0207, 2 7, ''"})
    void shouldNameWhatIsMissing(String note, String sent, String missing) {
        assertThat(RelationalNote.of(note).missing(mask(sent))).isEqualTo(mask(missing));
    }

    @ParameterizedTest
    @CsvSource({"E0207, 2 7, 7", "E0207, 2, ''", "E0207, '', ''", "P0809, 8 9, ''"})
    void shouldNameWhatIsTooMuch(String note, String sent, String excess) {
        assertThat(RelationalNote.of(note).excess(mask(sent))).isEqualTo(mask(excess));
    }

    @Test
    void shouldRefuseANoteThatIsNone() {
        assertThatThrownBy(() -> RelationalNote.of("X01")).isInstanceOf(IllegalArgumentException.class);
    }

    private static long mask(String positions) {
        long mask = 0;
        for (String position : positions.isEmpty() ? new String[0] : positions.split(" ")) {
            mask |= 1L << Integer.parseInt(position);
        }
        return mask;
    }
}
