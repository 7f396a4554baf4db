package dev.claimgate.cli;

import java.nio.file.Path;

/** Where the claimgate script lies: {@code conf} and {@code edi-specs} are looked for there. */
final class ProjectHome {
    private ProjectHome() {
    }

    /** What the launcher says in {@code claimgate.home}, else the current folder. */
    static Path path() {
        return Path.of(System.getProperty("claimgate.home", ".")).toAbsolutePath().normalize();
    }

    static Path codeTables() {
        return path().resolve("conf").resolve("code-tables");
    }
}
