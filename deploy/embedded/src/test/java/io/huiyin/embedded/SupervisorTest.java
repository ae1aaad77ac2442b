package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SupervisorTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void whatDiesIsStartedAgain() throws Exception {
        Supervisor supervisor = supervisor(part("alpha", "sleep 30"));
        supervisor.start(Duration.ofSeconds(10));
        long first = pid("alpha").orElseThrow();
        Instant killed = Instant.now();
        Processes.kill(ProcessHandle.of(first).orElseThrow());
        awaitSaid("alpha is ready again");
        long second = pid("alpha").orElseThrow();
        supervisor.stop();

        assertNotEquals(first, second);
        assertTrue(Duration.between(killed, Instant.now()).compareTo(Duration.ofSeconds(4)) < 0);
        assertTrue(said().contains("alpha has ended with exit code 137; starting it again in 1 s"), said());
    }

    @Test
    void stoppingEndsAllAndForgetsThem() throws Exception {
        Supervisor supervisor = supervisor(part("alpha", "sleep 30"), part("beta", "sleep 30"));
        supervisor.start(Duration.ofSeconds(10));
        long alpha = pid("alpha").orElseThrow();
        long beta = pid("beta").orElseThrow();
        supervisor.stop();
        assertFalse(ProcessHandle.of(alpha).filter(Processes::isRunning).isPresent());
        assertFalse(ProcessHandle.of(beta).filter(Processes::isRunning).isPresent());
        assertEquals(Optional.empty(), pid("alpha"));
        assertEquals("", said());
    }

    @Test
    void whatKeepsDyingIsToldWithTheEndOfItsLog() throws Exception {
        Part part = new Program(
                "alpha",
                "alpha",
                folder.resolve("alpha.log"),
                Duration.ofSeconds(1),
                List.of("sh", "-c", "echo no such column; exit 3"),
                Map.of(),
                Program.Life.OUTLIVES_ITS_STARTER,
                () -> false);
        Supervisor supervisor = supervisor(part);
        UserError refused = assertThrows(UserError.class, () -> supervisor.start(Duration.ofSeconds(20)));
        supervisor.stop();
        assertTrue(refused.getMessage().startsWith("alpha does not start."), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("no such column"), refused.getMessage());
    }

    @Test
    void whatIsNotReadyInTimeIsTold() throws Exception {
        Part part = new Program(
                "alpha",
                "alpha",
                folder.resolve("alpha.log"),
                Duration.ofSeconds(1),
                List.of("sleep", "30"),
                Map.of(),
                Program.Life.OUTLIVES_ITS_STARTER,
                () -> false);
        Supervisor supervisor = supervisor(part);
        UserError refused = assertThrows(UserError.class, () -> supervisor.start(Duration.ofSeconds(1)));
        supervisor.stop();
        assertTrue(refused.getMessage().startsWith("alpha is not ready after"), refused.getMessage());
        assertFalse(part.isRunning());
    }

    /** A part that is ready as soon as it is recorded. */
    private Part part(String name, String command) {
        return new Program(
                name,
                command,
                folder.resolve(name + ".log"),
                Duration.ofSeconds(2),
                List.of(command.split(" ", -1)),
                Map.of(),
                Program.Life.OUTLIVES_ITS_STARTER,
                () -> running(name));
    }

    private Supervisor supervisor(Part... parts) {
        return new Supervisor(
                List.of(List.of(parts)),
                new RunningParts(folder.resolve("run")),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private boolean running(String name) {
        try {
            return pid(name)
                    .flatMap(ProcessHandle::of)
                    .filter(Processes::isRunning)
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Long> pid(String name) throws IOException {
        return ProcessRecord.read(folder.resolve("run").resolve(name + ".pid")).map(ProcessRecord::pid);
    }

    private void awaitSaid(String text) throws InterruptedException {
        while (!said().contains(text)) {
            Thread.sleep(20);
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
