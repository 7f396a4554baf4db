package dev.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GunzipTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 1_000_000})
    void shouldUnpackWhateverThePiecesItComesIn(int pieceLength) throws IOException {
        byte[] file = file(300_000);
        assertThat(unpacked(gzip(file), pieceLength)).isEqualTo(file);
    }

    @Test
    void shouldUnpackSeveralMembersOneAfterTheOther() throws IOException {
        byte[] two = join(gzip("ISA*".getBytes()), gzip("00~".getBytes()));
        assertThat(unpacked(two, 5)).isEqualTo("ISA*00~".getBytes());
    }

    @Test
    void shouldPassOverNameCommentExtraFieldAndChecksumOfTheHead() throws IOException {
        byte[] plain = gzip("ISA*00~".getBytes());
        ByteArrayOutputStream dressed = new ByteArrayOutputStream();
        dressed.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 0});
        dressed.writeBytes(new byte[] {3, 0, 1, 2, 3});
        dressed.writeBytes("name\0comment\0".getBytes());
        CRC32 crc = new CRC32();
        crc.update(dressed.toByteArray());
        dressed.writeBytes(new byte[] {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)});
        dressed.write(plain, 10, plain.length - 10);
        assertThat(unpacked(dressed.toByteArray(), 3)).isEqualTo("ISA*00~".getBytes());
    }

    @Test
    void shouldRefuseABombLongBeforeItIsUnpacked() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        long[] seen = new long[1];
        try (Gunzip gunzip = new Gunzip(new Proportion(200, 1_000_000_000))) {
            assertThatThrownBy(() -> gunzip.take(bomb, piece -> seen[0] += piece.length))
                    .isInstanceOfSatisfying(RefusedException.class,
                            refused -> assertThat(refused.problem().status()).isEqualTo(413));
        }
        assertThat(seen[0]).isLessThan(12_000_000);
    }

    @Test
    void shouldRefuseWhatUnpacksToMoreThanAFileMayBe() throws IOException {
        byte[] file = gzip(file(300_000));
        assertThatThrownBy(() -> unpacked(file, new Proportion(200, 299_999), 1000)).isInstanceOf(RefusedException.class)
                .hasMessageContaining("larger than 299999 bytes");
    }

    @Test
    void shouldRefuseWhatIsNoWholeGzip() throws IOException {
        byte[] whole = gzip(file(5000));
        byte[] wrongSum = whole.clone();
        wrongSum[whole.length - 8] ^= 1;
        assertRefused("ISA*00*".getBytes(), "head of gzip");
        assertRefused(Arrays.copyOf(whole, whole.length - 1), "ends before its end");
        assertRefused(Arrays.copyOf(whole, 15), "ends before its end");
        assertRefused(wrongSum, "checksum");
        assertRefused(join(whole, "ISA".getBytes()), "head of gzip");
    }

    private static void assertRefused(byte[] packed, String why) {
        assertThatThrownBy(() -> unpacked(packed, 100)).isInstanceOf(RefusedException.class).hasMessageContaining(why);
    }

    private static byte[] unpacked(byte[] packed, int pieceLength) {
        return unpacked(packed, new Proportion(200, 1_000_000_000), pieceLength);
    }

    private static byte[] unpacked(byte[] packed, Proportion proportion, int pieceLength) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Gunzip gunzip = new Gunzip(proportion)) {
            for (int at = 0; at < packed.length; at += pieceLength) {
                gunzip.take(Arrays.copyOfRange(packed, at, Math.min(packed.length, at + pieceLength)), out::writeBytes);
            }
            gunzip.end();
        }
        return out.toByteArray();
    }

    private static byte[] file(int length) {
        byte[] bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        Arrays.fill(bytes, 0, length / 2, (byte) '*');
        return bytes;
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
