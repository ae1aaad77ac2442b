package io.huiyin.kernel.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.log.LogRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What records come to when the database behind their log was restored to an earlier point (ADR 0009). */
class ChainTest {

    private static final TopicPartition PARTITION = new TopicPartition("note-events", 0);
    private static final Position FIRST = new Position(1, 10, 1);
    private static final Position SECOND = new Position(1, 20, 2);

    private static ConsumerRecord<byte[], byte[]> entry(
            long offset, Position previous, Position position, int logEpoch) {
        EventEnvelope event = new EventEnvelope(
                Ids.next(),
                "note-written",
                1,
                "/note-service",
                "note",
                Ids.next(),
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                new ActorName("a", "a", ""),
                "c",
                null,
                null,
                position,
                "{}");
        ProducerRecord<byte[], byte[]> sent = LogRecord.of(PARTITION.topic(), 0, event, previous, logEpoch);
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                sent.key().length,
                sent.value().length,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }

    private static Chain chain(Mark mark, List<ConsumerRecord<byte[], byte[]>> batch) {
        return Chain.of(
                batch.stream().map(entry -> Delivered.of(entry, name -> true)).toList(), Map.of(PARTITION, mark));
    }

    @Test
    void aLogOfAHigherEpochCutsOffWhatWasApplied() {
        Chain chain = chain(new Mark("t", 0, SECOND, 1), List.of(entry(0, Position.START, FIRST, 2)));

        assertEquals(Set.of(PARTITION.topic()), chain.cutBack());
        assertEquals(List.of(), chain.fresh());
    }

    @Test
    void whoHasAppliedNothingTakesTheLogAsItIs() {
        Chain chain = chain(
                Mark.before("t"),
                List.of(entry(0, Position.START, FIRST, 2), entry(1, FIRST, new Position(2, 3, 3), 2)));

        assertEquals(Set.of(), chain.cutBack());
        assertEquals(2, chain.fresh().size());
        assertEquals(Map.of(PARTITION, new Mark("t", 2, new Position(2, 3, 3), 2)), chain.moved());
    }

    @Test
    void aRelayThatMissedTheRestoreIsNotListenedTo() {
        Mark mark = new Mark("t", 5, FIRST, 2);

        Chain chain = chain(mark, List.of(entry(5, FIRST, SECOND, 1), entry(6, FIRST, new Position(2, 3, 3), 2)));

        assertEquals(1, chain.fresh().size());
        assertEquals(Map.of(PARTITION, new Mark("t", 7, new Position(2, 3, 3), 2)), chain.moved());
    }

    @Test
    void aLogThatWasFilledAgainUnderTheSameEpochRepeats() {
        Chain chain = chain(
                new Mark("t", 0, FIRST, 2), List.of(entry(0, Position.START, FIRST, 2), entry(1, FIRST, SECOND, 2)));

        assertEquals(Set.of(), chain.cutBack());
        assertEquals(1, chain.fresh().size());
        assertEquals(Map.of(PARTITION, new Mark("t", 2, SECOND, 2)), chain.moved());
    }
}
