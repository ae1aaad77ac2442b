package io.huiyin.kernel.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void newOnesAreOrderedByTime() {
        UUID before = Ids.next();
        UUID after = Ids.next();
        assertEquals(7, before.version());
        assertTrue(before.toString().compareTo(after.toString()) < 0);
    }

    @Test
    void aCauseAlwaysGivesTheSame() {
        UUID cause = UUID.fromString("0198f0a0-7c1e-7000-8000-000000000021");
        assertEquals(Ids.derived("follow-up", cause, 1), Ids.derived("follow-up", cause, 1));
        assertEquals(5, Ids.derived("follow-up", cause, 1).version());
        assertNotEquals(Ids.derived("follow-up", cause, 1), Ids.derived("follow-up", cause, 2));
        assertNotEquals(Ids.derived("follow-up", cause, 1), Ids.derived("complaint", cause, 1));
    }
}
