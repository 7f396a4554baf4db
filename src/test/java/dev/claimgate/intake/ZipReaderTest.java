package dev.claimgate.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips made to harm. Each must be refused before it costs much. */
class ZipReaderTest {
    private static final int FILES_MAX = 10;
    private static final int UNPACKED_MAX = 50_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"bomb.edi", "__MACOSX/bomb.edi", "folder/", "x/.DS_Store"})
    void shouldRefuseABombWhereverItHides(String name) throws IOException {
        Proportion proportion = new Proportion(200, UNPACKED_MAX);
        byte[] bomb = zip(name, new byte[40_000_000]);
        assertThat(bomb).hasSizeLessThan(60_000);
        assertThatThrownBy(() -> readAll(bomb, proportion)).isInstanceOf(RefusedException.class)
                .hasMessageContaining("200 times its size");
    }

    @Test
    void shouldRefuseManyEntriesEvenOfWhatIsNoFile() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i <= FILES_MAX; i++) {
                zip.putNextEntry(new ZipEntry("folder-" + i + "/"));
            }
        }
        assertThatThrownBy(() -> readAll(out.toByteArray())).isInstanceOf(RefusedException.class)
                .hasMessageContaining("more than " + FILES_MAX);
    }

    /** What unpacks to itself or to zips in zips is not unpacked again: the inner zip is a file that is no X12. */
    @Test
    void shouldNotUnpackAZipWithinAZip() throws IOException {
        byte[] inner = zip("inner.edi", new byte[20_000_000]);
        assertThat(readAll(zip("inner.zip", inner))).isEqualTo(inner.length);
    }

    @Test
    void shouldRefuseLengthsThatAreNotTrue() throws IOException {
        byte[] stored = stored("ISA*1~".getBytes(StandardCharsets.US_ASCII));
        byte[] lying = stored.clone();
        Arrays.fill(lying, 22, 26, (byte) 0x7f);
        assertThatThrownBy(() -> readAll(lying)).isInstanceOf(RefusedException.class).hasMessageContaining("cannot be read");
        byte[] wrongSum = stored.clone();
        wrongSum[14] ^= 1;
        assertThatThrownBy(() -> readAll(wrongSum)).isInstanceOf(RefusedException.class).hasMessageContaining("cannot be read");
    }

    @Test
    void shouldRefuseANameThatIsNoText() throws IOException {
        byte[] zip = zip("ab\u00e9.edi", "ISA*1~".getBytes(StandardCharsets.US_ASCII));
        for (int i = 30; i < zip.length - 1; i++) {
            if ((zip[i] & 0xff) == 0xc3 && (zip[i + 1] & 0xff) == 0xa9) {
                zip[i + 1] = (byte) 0xff;
            }
        }
        assertThatThrownBy(() -> readAll(zip)).isInstanceOf(RefusedException.class).hasMessageContaining("cannot be read");
    }

    /** Stored, without a data descriptor: the head itself tells the checksum, at byte 14, and the length, at byte 22. */
    private static byte[] stored(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("a.edi");
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return out.toByteArray();
    }

    /** ZipOutputStream writes no content for a folder: its name is changed afterwards. */
    private static byte[] zip(String name, byte[] content) throws IOException {
        String written = name.endsWith("/") ? name.substring(0, name.length() - 1) + "@" : name;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(written));
            zip.write(content);
        }
        byte[] bytes = out.toByteArray();
        if (name.endsWith("/")) {
            bytes[30 + written.length() - 1] = '/';
        }
        return bytes;
    }

    private static long readAll(byte[] zip) throws IOException {
        return readAll(zip, new Proportion(200, UNPACKED_MAX));
    }

    private static long readAll(byte[] zip, Proportion proportion) throws IOException {
        try (ZipReader reader = new ZipReader(zip, proportion, FILES_MAX)) {
            long length = 0;
            for (Optional<ZipReader.Piece> piece = reader.next(); piece.isPresent(); piece = reader.next()) {
                length += piece.get().bytes().length;
            }
            return length;
        }
    }
}
