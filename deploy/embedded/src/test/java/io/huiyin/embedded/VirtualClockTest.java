package io.huiyin.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualClockTest {

    @TempDir
    Path parent;

    private DataFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = DataFolder.open(parent.resolve("data"));
    }

    @Test
    void timeIsRealUnlessAskedOtherwise() throws IOException {
        VirtualClock.prepare(folder, false);
        assertTrue(VirtualClock.of(folder).isEmpty());
    }

    @Test
    void itBeginsAtTheRealNowInMicroseconds() throws IOException {
        VirtualClock.prepare(folder, true);
        Instant now = clock().now();
        assertEquals(now, now.truncatedTo(ChronoUnit.MICROS));
        assertTrue(Duration.between(now, Instant.now()).compareTo(Duration.ofMinutes(1)) < 0);
    }

    @Test
    void itStandsWhereItWasLeft() throws IOException {
        Instant left = Instant.parse("2031-03-03T01:30:00.000001Z");
        VirtualClock.set(folder, left);
        VirtualClock.prepare(folder, true);
        assertEquals(left, clock().now());
    }

    @Test
    void aFolderThatSawVirtualTimeRefusesRealTimeInOneLineThatSaysWhatToDo() throws IOException {
        VirtualClock.set(folder, Instant.parse("2031-03-03T01:30:00Z"));
        UserError refused = assertThrows(UserError.class, () -> VirtualClock.prepare(folder, false));
        assertEquals(
                folder.root() + " has seen virtual time, which stands at 2031-03-03T09:30:00+08:00:"
                        + " start it with --virtual-clock, or with --fresh to delete its data",
                refused.getMessage());
    }

    @Test
    void aFolderWithRealDataMaySeeVirtualTimeAndHasSeenItThen() throws IOException {
        Keys.in(folder.keys());
        VirtualClock.prepare(folder, true);
        assertThrows(UserError.class, () -> VirtualClock.prepare(folder, false));
        assertTrue(Files.exists(folder.keys()));
    }

    @Test
    void beginningAnewForgetsIt() throws IOException {
        VirtualClock.set(folder, Instant.parse("2031-03-03T01:30:00Z"));
        folder.clear();
        VirtualClock.prepare(folder, false);
        assertTrue(VirtualClock.of(folder).isEmpty());
    }

    @Test
    void aDamagedClockIsNamedAndNotReplaced() throws IOException {
        Files.writeString(folder.clock(), "yesterday");
        UserError refused = assertThrows(UserError.class, () -> VirtualClock.prepare(folder, true));
        assertTrue(refused.getMessage().contains(folder.clock().toString()));
        assertFalse(refused.getMessage().contains("\n"));
        assertEquals("yesterday", Files.readString(folder.clock()));
    }

    @Test
    void theServicesAreToldWhereItIs() throws IOException {
        VirtualClock.prepare(folder, true);
        assertEquals(Map.of("HUIYIN_CLOCK_FILE", folder.clock().toString()), clock().settings());
    }

    private VirtualClock clock() throws IOException {
        return VirtualClock.of(folder).orElseThrow();
    }
}
