package io.huiyin.kernel.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a log of two partitions, which ended at 2 and 0, must still hold (G2). */
class LogEndsTest {

    private final LogEnds ends = new LogEnds(
            List.of(new RelayLog.End(2, 7), new RelayLog.End(0, 7)),
            List.of(LogTail.unread(0, true, 2), LogTail.unread(1, true, 0)));

    private boolean isHeldBy(long offset, int leaderEpoch) {
        return ends.areHeldBy(List.of(new RelayLog.End(offset, leaderEpoch), new RelayLog.End(0, 7)));
    }

    @Test
    void aLogMayGrow() {
        assertTrue(isHeldBy(2, 7));
        assertTrue(isHeldBy(3, 7));
    }

    @Test
    void whatItHasAcknowledgedMayNotVanish() {
        assertFalse(isHeldBy(1, 7));

        ends.took(0, 4);
        assertFalse(isHeldBy(4, 7));
        assertTrue(isHeldBy(5, 7));
    }

    /** Seed 1511 of the simulation: the place of what was cut off was filled by a relay that had lost its lease. */
    @Test
    void underAnotherLeaderItMustBeLookedAtHoweverLongItIs() {
        assertFalse(isHeldBy(3, 8));
    }

    @Test
    void aRecordThatTakesAnothersPlaceTellsOfALoss() {
        assertEquals(
                "the log has lost the end of its partition 0",
                assertThrows(IllegalStateException.class, () -> ends.took(0, 1)).getMessage());
    }
}
