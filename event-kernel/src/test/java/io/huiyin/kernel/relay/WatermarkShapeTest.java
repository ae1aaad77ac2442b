package io.huiyin.kernel.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.decide.InvalidInput;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.rest.Parameters;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a statement says, and what it takes to have reached it. */
class WatermarkShapeTest {

    private static final Instant AT = Instant.parse("2026-11-21T01:00:00.000001Z");

    private static Watermark at(Instant at, Position position) {
        return Watermark.of(at, "note-events", new RelayCheckpoint(position, "t", Collections.nCopies(6, position), 1));
    }

    @Test
    void isReachedWhenEveryPartitionIs() {
        Watermark stated = at(AT, new Position(1, 5, 7));
        Map<String, String> standing = new TreeMap<>(stated.positions());
        assertEquals(6, standing.size());
        assertTrue(stated.isReachedAt(standing));
        standing.put("note-events-3", "1.10.1");
        assertTrue(stated.isReachedAt(standing), "numbers, not texts, are compared");
        standing.put("note-events-3", "1.5.6");
        assertFalse(stated.isReachedAt(standing));
        standing.remove("note-events-3");
        assertFalse(stated.isReachedAt(standing));
        assertTrue(at(AT, Position.START).isReachedAt(Map.of()), "an empty log is reached by everybody");
    }

    @Test
    void theLaterOneSaysMore() {
        Watermark early = at(AT, Position.START);
        Watermark late = at(AT.plusSeconds(1), Position.START);
        assertEquals(late, early.later(late));
        assertEquals(late, late.later(early));
    }

    @Test
    void whatIsStatedAboutAnotherLogCountsInsteadWhenItWasStatedByASlowerClock() {
        Watermark former = at(AT, new Position(1, 5, 7));
        Watermark now = new Watermark(AT.minusSeconds(9), Map.of(), "another");
        assertEquals(now, former.later(now));
    }

    @Test
    void readsAsItWasWritten() {
        Watermark stated = at(AT, new Position(1, 5, 7));
        assertEquals(stated, Watermark.read(stated.json()));
        assertEquals("note-watermarks", Watermark.topicOf("note-events"));
    }

    @Test
    void aMomentIsPassedByWhatStandsAtOrAboveItsTransaction() {
        Outbox.Moment moment = new Outbox.Moment(AT, 2, 100);
        assertFalse(moment.isPassedBy(new Position(2, 99, 5)));
        assertTrue(moment.isPassedBy(new Position(2, 100, 5)));
        assertFalse(moment.isPassedBy(new Position(1, 500, 5)));
        assertTrue(moment.isPassedBy(new Position(3, 1, 5)));
    }

    @Test
    void onlyWhatIsPastCanBeAsked() {
        assertEquals(AT, Parameters.recorded("knownAt", "2026-11-21T09:00:00.000001999+08:00"));
        InvalidInput future = assertThrows(
                InvalidInput.class,
                () -> Parameters.recorded(
                        "knownAt", Instant.now().plusSeconds(60).toString()));
        assertEquals("/knownAt", future.faults().getFirst().pointer());
    }
}
