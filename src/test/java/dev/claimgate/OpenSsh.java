package dev.claimgate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The programs of OpenSSH, as partners use them, with keys and known hosts in a folder of the test. */
final class OpenSsh {
    private static final long SECONDS_MAX = 60;

    private final Path folder;
    private final int port;

    /** What a program said and how it ended. */
    record Run(int exitCode, String output) {
    }

    OpenSsh(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Makes a key pair and gives its public line. */
    static String makeKey(Path file, String type) throws IOException, InterruptedException {
        run(file.getParent(), "", List.of("ssh-keygen", "-q", "-t", type, "-N", "", "-C", "test", "-f", file.toString()));
        return Files.readString(file.resolveSibling(file.getFileName() + ".pub")).strip();
    }

    /** Gives sftp a batch; it stops at the first command that fails, but for those that begin with a dash. */
    Run sftp(String user, Path key, String... commands) throws IOException, InterruptedException {
        return sftp(List.of(), user, key, commands);
    }

    /** As {@link #sftp(String, Path, String...)}, at so many kilobits a second. */
    Run slowSftp(int kilobits, String user, Path key, String... commands) throws IOException, InterruptedException {
        return sftp(List.of("-l", Integer.toString(kilobits)), user, key, commands);
    }

    private Run sftp(List<String> further, String user, Path key, String... commands)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sftp", "-b", "-", "-P", Integer.toString(port)));
        command.addAll(further);
        command.addAll(options(key));
        command.add(user + "@127.0.0.1");
        return run(folder, String.join("\n", commands) + "\n", command);
    }

    /** Runs ssh with further arguments. */
    Run ssh(String user, Path key, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ssh", "-p", Integer.toString(port)));
        command.addAll(options(key));
        command.add(user + "@127.0.0.1");
        command.addAll(List.of(arguments));
        return run(folder, "", command);
    }

    private List<String> options(Path key) {
        return List.of("-F", "none", "-i", key.toString(), "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes", "-o",
                "StrictHostKeyChecking=accept-new", "-o", "UserKnownHostsFile=" + folder.resolve("known_hosts"), "-o",
                "GlobalKnownHostsFile=none", "-o", "ConnectTimeout=30");
    }

    private static Run run(Path folder, String input, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        try {
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new AssertionError(command + " did not end within " + SECONDS_MAX + " s: " + Files.readString(output));
            }
            return new Run(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }
}
