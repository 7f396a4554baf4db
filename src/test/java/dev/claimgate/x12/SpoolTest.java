package dev.claimgate.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 1000, 100_000})
    void shouldGiveBackItsBytesWhereverTheyLie(int memoryBytesMax) {
        byte[] bytes = new byte[20_000];
        new Random(7).nextBytes(bytes);
        try (Spool spool = new Spool(memoryBytesMax)) {
            for (int from = 0, step = 1; from < bytes.length; from += step, step = step % 97 + 3) {
                step = Math.min(step, bytes.length - from);
                spool.write(bytes, from, step);
            }
            assertThat(spool.length()).isEqualTo(bytes.length);
            assertThat(read(spool, 0, bytes.length)).isEqualTo(bytes);
            assertThat(read(spool, 777, 19_000)).isEqualTo(java.util.Arrays.copyOfRange(bytes, 777, 19_000));
            spool.truncate(500);
            spool.write(bytes, 500, 100);
            assertThat(read(spool, 0, spool.length())).isEqualTo(java.util.Arrays.copyOf(bytes, 600));
        }
    }

    private static byte[] read(Spool spool, long from, long to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        spool.copyTo(out::write, from, to);
        return out.toByteArray();
    }
}
