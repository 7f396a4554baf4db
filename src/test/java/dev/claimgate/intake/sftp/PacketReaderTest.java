package dev.claimgate.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class PacketReaderTest {
    private static final int BYTES_MAX = 100;

    private static Buffer stat(int id, String path) {
        Buffer body = Buffer.buffer().appendByte((byte) Packet.STAT).appendInt(id).appendInt(path.length()).appendString(path);
        return Buffer.buffer().appendInt(body.length()).appendBuffer(body);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 17, 1000})
    void shouldReadPacketsHoweverTheyAreCut(int pieceLength) {
        Buffer all = Buffer.buffer();
        for (int id = 0; id < 20; id++) {
            all.appendBuffer(stat(id, "/inbox/" + "x".repeat(id)));
        }
        PacketReader reader = new PacketReader(BYTES_MAX);
        List<String> read = new ArrayList<>();
        for (int from = 0; from < all.length(); from += pieceLength) {
            reader.add(all.slice(from, Math.min(all.length(), from + pieceLength)));
            for (Optional<Packet> packet = reader.next(); packet.isPresent(); packet = reader.next()) {
                assertThat(packet.get().type()).isEqualTo(Packet.STAT);
                read.add(packet.get().uint32() + " " + packet.get().text() + " " + packet.get().wireLength());
            }
        }
        assertThat(read).hasSize(20).startsWith("0 /inbox/ 20").endsWith("19 /inbox/" + "x".repeat(19) + " 39");
    }

    @Test
    void shouldNotWaitForAPacketThatIsTooLong() {
        PacketReader reader = new PacketReader(BYTES_MAX);
        reader.add(Buffer.buffer().appendInt(BYTES_MAX + 1));
        assertThatThrownBy(reader::next).isInstanceOf(Refusal.class).hasMessageContaining("101 bytes, must be 100 at most");
        PacketReader negative = new PacketReader(BYTES_MAX);
        negative.add(Buffer.buffer().appendInt(-1));
        assertThatThrownBy(negative::next).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, Integer.MAX_VALUE})
    void shouldNotBelieveALengthWithinAPacket(int length) {
        Packet packet = new Packet(Buffer.buffer().appendByte((byte) Packet.STAT).appendInt(length).appendString("/in"));
        assertThatThrownBy(packet::text).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.status()).isEqualTo(Status.BAD_MESSAGE));
        assertThatThrownBy(new Packet(Buffer.buffer().appendByte((byte) 1).appendInt(1))::uint64).isInstanceOf(Refusal.class);
    }

    @Test
    void shouldTakeAnEmptyPacketForNoRequest() {
        assertThat(new Packet(Buffer.buffer()).type()).isZero();
    }
}
