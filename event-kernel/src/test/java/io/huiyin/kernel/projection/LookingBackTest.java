package io.huiyin.kernel.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.lease.Lease;
import io.huiyin.kernel.log.KafkaClients;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * A view looks at the last record it has read again from time to time: a log that was cut and filled again may end where it ended
 * before (seed 12053 of the simulation).
 */
class LookingBackTest {

    private static final String TOPIC = "note-events";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);

    private final List<Long> followed = new ArrayList<>();
    private long begin;
    private long end = 5;
    private long now;

    private static <T> T answering(Class<T> port, Map<String, Object> answers) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    /** Stands before offset 5 of its first partition, and has read nothing of the others. */
    private ViewSession session() throws Exception {
        Map<TopicPartition, Mark> marks = new HashMap<>();
        KafkaClients.partitions(TOPIC).forEach(partition -> marks.put(partition, Mark.before("t")));
        marks.put(FIRST, new Mark("t", 5, new Position(1, 5, 7), 1));
        ViewSession session = new ViewSession(
                answering(Projection.class, Map.of("topics", Set.of(TOPIC), "name", "notes", "shows", true)),
                1,
                answering(ViewState.class, Map.of("marks", marks, "held", Set.of(), "asked", List.of())),
                new Log(),
                answering(Lease.class, Map.of("renew", true)),
                1,
                () -> now,
                new Standing());
        session.begin();
        return session;
    }

    private void after(ViewSession session, int seconds) throws Exception {
        now += Duration.ofSeconds(seconds).toNanos();
        session.turn();
    }

    @Test
    void theLastRecordIsLookedAtEveryHalfAMinute() throws Exception {
        ViewSession session = session();
        assertEquals(List.of(4L), followed);

        after(session, 29);
        assertEquals(List.of(4L), followed);

        after(session, 2);
        after(session, 2);
        assertEquals(List.of(4L, 4L), followed);
    }

    /** Another partition may be one that was cut. */
    @Test
    void itIsAlsoLookedAtWhileThereIsMoreToRead() throws Exception {
        end = 6;
        after(session(), 31);

        assertEquals(List.of(4L, 4L), followed);
    }

    @Test
    void whatTheLogHasGivenUpIsNotAskedFor() throws Exception {
        begin = 5;
        after(session(), 31);

        assertEquals(List.of(5L, 5L), followed);
    }

    private final class Log implements ViewLog {

        private Set<TopicPartition> partitions = Set.of();

        @Override
        public Optional<String> topicId(String topic) {
            return Optional.of("t");
        }

        @Override
        public boolean isWhole(String topic, String topicId, Instant since) {
            return true;
        }

        @Override
        public Set<TopicPartition> followed() {
            return partitions;
        }

        @Override
        public void follow(Map<TopicPartition, Long> offsets) {
            partitions = Set.copyOf(offsets.keySet());
            followed.add(offsets.get(FIRST));
        }

        @Override
        public List<Delivered> poll(Duration patience) {
            return List.of();
        }

        @Override
        public Map<TopicPartition, Long> begins(Set<TopicPartition> asked) {
            return Map.of(FIRST, begin);
        }

        @Override
        public Map<TopicPartition, Long> ends() {
            return Map.of(FIRST, end);
        }
    }
}
