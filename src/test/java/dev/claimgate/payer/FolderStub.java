package dev.claimgate.payer;

import dev.claimgate.partner.FileNames;
import dev.claimgate.partner.PayerAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A payer that is a pair of folders. */
class FolderStub implements PayerStub {
    final Path folder;

    FolderStub(Path folder) throws IOException {
        this.folder = folder;
        up();
    }

    @Override
    public PayerAddress address() {
        return new PayerAddress.Folder(folder.resolve("in"), folder.resolve("out"), FileNames.DEFAULT);
    }

    @Override
    public List<String> received() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files("in")) {
            assertWholeName(file);
            texts.add(Files.readString(file, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static void assertWholeName(Path file) {
        if (!file.getFileName().toString().matches("CLAIMGATE-20260105-[0-9]{9}\\.837")) {
            throw new AssertionError("a file with the name " + file.getFileName() + " is at the payer");
        }
    }

    @Override
    public void offer(String name, String reply) throws IOException {
        Path file = Files.writeString(folder.resolve("out").resolve(name), reply);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60L + 10 * (9 - files("out").size()))));
        Files.writeString(folder.resolve("out").resolve("half.tmp"), "not whole yet");
    }

    @Override
    public int waiting() throws IOException {
        return (int) files("out").stream().filter(file -> !file.toString().endsWith(".tmp")).count();
    }

    @Override
    public void down() throws Exception {
        Files.move(folder.resolve("in"), folder.resolve("in-away"));
        Files.move(folder.resolve("out"), folder.resolve("out-away"));
    }

    @Override
    public void up() throws IOException {
        for (String name : List.of("in", "out")) {
            if (Files.exists(folder.resolve(name + "-away"))) {
                Files.move(folder.resolve(name + "-away"), folder.resolve(name));
            }
            Files.createDirectories(folder.resolve(name));
        }
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.sorted().toList();
        }
    }

    @Override
    public void close() throws Exception {
        // The test removes its folder.
    }
}
