package dev.claimgate.payer;

import dev.claimgate.partner.PayerAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files in folders of this machine. */
final class FolderFiles implements PayerFiles {
    private final Path upload;
    private final Path replies;

    FolderFiles(PayerAddress.Folder address) {
        this.upload = address.upload();
        this.replies = address.replies();
    }

    @Override
    public void put(String name, byte[] bytes) throws IOException {
        Path temporary = upload.resolve("." + name + ".tmp");
        try (FileChannel file = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
        Files.move(temporary, upload.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public List<Waiting> list() throws IOException {
        List<Waiting> waiting = new ArrayList<>();
        try (Stream<Path> all = Files.list(replies)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                waiting.add(new Waiting(file.getFileName().toString(), Files.getLastModifiedTime(file).toInstant()));
            }
        }
        return waiting;
    }

    @Override
    public byte[] get(String name) throws IOException {
        Path file = replies.resolve(name);
        if (Files.size(file) > PayerHttp.BODY_BYTES_MAX) {
            throw PayerFiles.tooLong(name);
        }
        return Files.readAllBytes(file);
    }

    @Override
    public void remove(String name) throws IOException {
        Files.deleteIfExists(replies.resolve(name));
    }
}
