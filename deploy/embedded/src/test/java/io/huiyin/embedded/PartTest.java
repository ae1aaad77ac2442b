package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PartTest {

    @TempDir
    Path folder;

    @Test
    void whatEndsOnItsOwnIsLost() throws Exception {
        Part part = part("echo no more room; exit 3");
        assertEquals(Optional.empty(), part.lost());
        part.start().waitFor();
        String lost = part.lost().orElseThrow();
        assertTrue(lost.startsWith("alpha ended with 3."), lost);
        assertTrue(lost.endsWith("no more room"), lost);
    }

    @Test
    void whatRunsOrWasEndedIsNotLost() throws Exception {
        Part part = part("sleep 30");
        part.start();
        assertEquals(Optional.empty(), part.lost());
        part.stop();
        assertEquals(Optional.empty(), part.lost());
        part.start();
        part.kill();
        assertEquals(Optional.empty(), part.lost());
    }

    private Part part(String command) {
        return new Program(
                "alpha",
                "alpha",
                folder.resolve("alpha.log"),
                Duration.ofSeconds(1),
                List.of("sh", "-c", command),
                Map.of(),
                Program.Life.OUTLIVES_ITS_STARTER,
                () -> true);
    }
}
