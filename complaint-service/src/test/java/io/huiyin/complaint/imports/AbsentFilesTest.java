package io.huiyin.complaint.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.complaint.imports.AbsentFiles.Missed;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AbsentFilesTest {

    private static final UUID JOB = new UUID(0, 1);

    private final AbsentFiles absent = new AbsentFiles(Duration.ofMinutes(2));

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void anotherInstanceGetsTimeToTakeTheImport() {
        assertTrue(absent.mayTry(JOB, 0));
        assertEquals(Missed.FIRST_TIME, absent.missed(JOB, 0));
        assertFalse(absent.mayTry(JOB, seconds(1) - 1));
        assertTrue(absent.mayTry(JOB, seconds(1)));
        assertTrue(absent.mayTry(new UUID(0, 2), 0), "others do not wait");
    }

    @Test
    void aFileThatNobodyHasIsGone() {
        absent.missed(JOB, 0);
        assertEquals(Missed.AGAIN, absent.missed(JOB, seconds(119)));
        assertEquals(Missed.FOR_GOOD, absent.missed(JOB, seconds(120)));
    }

    @Test
    void whoTakesItEndsTheWaiting() {
        absent.missed(JOB, 0);
        absent.forget(JOB);
        assertEquals(Missed.FIRST_TIME, absent.missed(JOB, seconds(300)));
    }
}
