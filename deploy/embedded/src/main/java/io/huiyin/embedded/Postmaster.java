package io.huiyin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The process that a data folder of PostgreSQL names as its server, and the port it serves on. */
record Postmaster(ProcessHandle process, int port) {

    private static final int PORT_LINE = 3;

    /** The one this folder names, if there is such a process; it may be another that was given the same number since. */
    static Optional<Postmaster> named(Path folder) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return number(lines, 0)
                .flatMap(ProcessHandle::of)
                .map(process -> new Postmaster(
                        process, number(lines, PORT_LINE).orElse(0L).intValue()));
    }

    /** The one that runs on this folder. */
    static Optional<Postmaster> running(Path folder) throws IOException {
        return named(folder).filter(server -> Processes.isRunning(server.process()) && server.isOf(folder));
    }

    boolean isOf(Path folder) {
        return Processes.commandLine(process).endsWith(mark(folder));
    }

    /** What the command line of a folder's server ends with. */
    static String mark(Path folder) {
        return "postgres -D " + folder;
    }

    private static Optional<Long> number(List<String> lines, int index) {
        return lines.stream()
                .skip(index)
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}
