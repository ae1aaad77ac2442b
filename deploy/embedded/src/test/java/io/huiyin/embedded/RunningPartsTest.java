package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPartsTest {

    @TempDir
    Path folder;

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "31.25").start();
        Files.createDirectories(folder);
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void theRecordedProcessIsFound() throws IOException {
        ProcessRecord written = ProcessRecord.of(process.toHandle(), Signal.TERM, "sleep 31.25");
        written.write(folder.resolve("a.pid"));
        ProcessRecord read = ProcessRecord.read(folder.resolve("a.pid")).orElseThrow();
        assertEquals(written, read);
        assertEquals(Optional.of(process.toHandle()), read.running());
    }

    @Test
    void aProcessThatWasGivenTheSameNumberLaterIsNotTaken() {
        ProcessRecord now = ProcessRecord.of(process.toHandle(), Signal.TERM, "sleep 31.25");
        ProcessRecord earlier = new ProcessRecord(
                now.pid(), now.startedAt().minus(Duration.ofMinutes(1)), now.stopSignal(), now.mark());
        assertEquals(Optional.empty(), earlier.running());
    }

    @Test
    void aProcessWithAnotherCommandLineIsNotTaken() {
        assertEquals(
                Optional.empty(),
                ProcessRecord.of(process.toHandle(), Signal.TERM, "-Dhuiyin.data=")
                        .running());
    }

    @Test
    void aProcessThatHasEndedIsNotTaken() throws Exception {
        ProcessRecord record = ProcessRecord.of(process.toHandle(), Signal.TERM, "sleep");
        process.destroyForcibly().waitFor();
        assertEquals(Optional.empty(), record.running());
    }

    @Test
    void aBrokenRecordIsNone() throws IOException {
        Path file = folder.resolve("a.pid");
        assertEquals(Optional.empty(), ProcessRecord.read(file));
        for (List<String> lines : List.of(
                List.<String>of(),
                List.of("17"),
                List.of("x", "2026-11-21T00:00:00Z", "TERM", "m"),
                List.of("1", "noon", "TERM", "m"),
                List.of("1", "2026-11-21T00:00:00Z", "HUP", "m"))) {
            Files.write(file, lines);
            assertEquals(Optional.empty(), ProcessRecord.read(file), lines.toString());
        }
    }

    @Test
    void whatAKilledSupervisorLeftIsStoppedAndForgotten() throws IOException {
        ProcessRecord.of(process.toHandle(), Signal.INT, "sleep 31.25").write(folder.resolve("kafka.pid"));
        Files.write(folder.resolve("gone.pid"), List.of("1", "2026-11-21T00:00:00Z", "TERM", "no such thing"));
        RunningParts parts = new RunningParts(folder);
        assertEquals(List.of("kafka"), parts.stopAll());
        assertFalse(Processes.isRunning(process.toHandle()));
        assertTrue(parts.stopAll().isEmpty());
        assertFalse(Files.exists(folder.resolve("gone.pid")));
    }
}
