package io.huiyin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** A pid file that cannot be mistaken: it tells a process from a later one that was given the same number. */
record ProcessRecord(long pid, Instant startedAt, Signal stopSignal, String mark) {

    /** The start instant is computed from the time of boot, which clock corrections move. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    static ProcessRecord of(ProcessHandle process, Signal stopSignal, String mark) {
        return new ProcessRecord(
                process.pid(), process.info().startInstant().orElseGet(Instant::now), stopSignal, mark);
    }

    /** The record in this file; none if there is no such file or it is no record. */
    static Optional<ProcessRecord> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProcessRecord(
                    Long.parseLong(lines.get(0)),
                    Instant.parse(lines.get(1)),
                    Signal.valueOf(lines.get(2)),
                    lines.get(3)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, List.of(Long.toString(pid), startedAt.toString(), stopSignal.name(), mark));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The process, if it still runs and is the very one that was recorded. */
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(Processes::isRunning)
                .filter(process -> Processes.commandLine(process).contains(mark))
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                        .orElse(true));
    }
}
