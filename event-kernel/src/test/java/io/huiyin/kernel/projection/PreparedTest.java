package io.huiyin.kernel.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.event.UnreadableEvent;
import io.huiyin.kernel.log.LogRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What was prepared ahead is written only when just that is taken. */
class PreparedTest {

    private static final Projection.Work WORK = transaction -> {};

    private final List<EventEnvelope> events =
            IntStream.rangeClosed(1, 3).mapToObj(PreparedTest::event).toList();

    @Test
    void whatIsTakenAsItWasReadIsPrepared() {
        Prepared prepared = Prepared.of(new Notes(true, 3, false), read(events));

        assertNotNull(prepared);
        assertEquals(WORK, prepared.work());
        assertTrue(prepared.isOf(List.copyOf(events)));
    }

    @Test
    void whatIsTakenOtherwiseIsNot() {
        Prepared prepared = Prepared.of(new Notes(true, 3, false), read(events));

        assertNotNull(prepared);
        assertFalse(prepared.isOf(events.subList(0, 2)), "some were taken before");
        assertFalse(prepared.isOf(events.reversed()), "another order");
        assertFalse(prepared.isOf(List.of(event(1), event(2), event(4))), "another event");
        assertFalse(prepared.isOf(List.of()));
    }

    @Test
    void whatHasToWaitForItsTurnIsNotPrepared() {
        assertNull(Prepared.of(new Notes(false, 3, false), read(events)), "it looks at more than its events");
        assertNull(Prepared.of(new Notes(true, 2, false), read(events)), "it will be taken in pieces");
        assertNull(Prepared.of(new Notes(true, 3, true), read(events)), "it fails");
    }

    private static List<Delivered> read(List<EventEnvelope> events) {
        return events.stream()
                .map(event -> {
                    ConsumerRecord<byte[], byte[]> entry = new ConsumerRecord<>("note-events", 0, 0, null, null);
                    return new Delivered(entry, null, true, new LogRecord.Read(Position.START, event, 1));
                })
                .toList();
    }

    private static EventEnvelope event(int place) {
        return new EventEnvelope(
                new UUID(0, place),
                "note-written",
                1,
                "/test",
                "note",
                new UUID(1, place),
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                new ActorName("test", "test", ""),
                "test",
                null,
                null,
                new Position(1, place, place),
                "{}");
    }

    private record Notes(boolean preparesAhead, int batch, boolean fails) implements Projection {

        @Override
        public String name() {
            return "notes";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public Set<String> topics() {
            return Set.of("note-events");
        }

        @Override
        public List<String> tables() {
            return List.of("note_rows");
        }

        @Override
        public boolean takes(String eventName) {
            return true;
        }

        @Override
        public Work prepare(List<EventEnvelope> events) {
            if (fails) {
                throw new UnreadableEvent("not a note");
            }
            return WORK;
        }
    }
}
