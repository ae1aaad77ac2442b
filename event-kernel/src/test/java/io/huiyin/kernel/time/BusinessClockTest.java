package io.huiyin.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTest {

    private static final Instant NINE = Instant.parse("2026-12-03T01:00:00Z");

    @TempDir
    Path folder;

    private BusinessClock virtual() throws IOException {
        Path file = folder.resolve("clock");
        if (Files.notExists(file)) {
            Files.writeString(file, NINE.toString());
        }
        return new BusinessClock(Optional.of(file.toString()));
    }

    @Test
    void aRealClockRunsAndCannotBeMoved() {
        BusinessClock real = new BusinessClock();
        assertFalse(real.isVirtual());
        assertTrue(Duration.between(real.instant(), Instant.now()).abs().toSeconds() < 60);
        assertThrows(IllegalStateException.class, () -> real.advance(NINE));
    }

    @Test
    void aVirtualClockStandsUntilItIsMovedForAllThatShareIt() throws IOException {
        BusinessClock one = virtual();
        BusinessClock other = virtual();
        assertEquals(NINE, one.instant());
        assertTrue(one.advance(NINE.plusSeconds(60)));
        assertEquals(NINE.plusSeconds(60), other.instant());
        assertEquals(NINE.plusSeconds(60), one.instant());
    }

    @Test
    void timeOnlyGoesForward() throws IOException {
        BusinessClock clock = virtual();
        assertTrue(clock.advance(NINE), "where it stands it may be set");
        assertFalse(clock.advance(NINE.minusNanos(1000)));
        assertEquals(NINE, clock.instant());
    }

    @Test
    void whoeverMovesItAtTheSameTimeTheLatestStands() throws IOException {
        BusinessClock clock = virtual();
        List<Thread> threads = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> Thread.ofPlatform().start(() -> clock.advance(NINE.plusSeconds(i))))
                .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertEquals(NINE.plusSeconds(8), clock.instant());
    }
}
