package io.huiyin.kernel.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.lease.Lease;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A generation that was given up is read no more, whoever finds it so and whenever (ADR 0009). */
class OutdatedTest {

    private static final TopicPartition PARTITION = new TopicPartition("note-events", 0);
    private static final Map<TopicPartition, Mark> STANDS =
            Map.of(PARTITION, new Mark("t", 5, new Position(1, 5, 7), 1));
    private static final Map<TopicPartition, Mark> GIVEN_UP = Map.of(PARTITION, new Mark("t", -1, Position.START, 1));

    private final List<String> askedOfTheLog = new ArrayList<>();
    private final Deque<Map<TopicPartition, Mark>> marks = new ArrayDeque<>();
    private final Standing standing = new Standing();

    private static <T> T answering(Class<T> port, List<String> asked, Map<String, Object> answers) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return answers.get(method.getName());
                }));
    }

    private ViewSession session(String topicId) {
        Map<String, Object> kept = new HashMap<>(Map.of("held", Set.of()));
        ViewState state = (ViewState) Proxy.newProxyInstance(
                ViewState.class.getClassLoader(),
                new Class<?>[] {ViewState.class},
                (proxy, method, arguments) ->
                        method.getName().equals("marks") ? marks.remove() : kept.get(method.getName()));
        return new ViewSession(
                answering(
                        Projection.class,
                        new ArrayList<>(),
                        Map.of("topics", Set.of(PARTITION.topic()), "name", "notes", "shows", true)),
                1,
                state,
                answering(
                        ViewLog.class,
                        askedOfTheLog,
                        Map.of(
                                "topicId",
                                Optional.of(topicId),
                                "followed",
                                Set.of(PARTITION),
                                "begins",
                                Map.of(),
                                "poll",
                                List.of())),
                answering(Lease.class, new ArrayList<>(), Map.of("renew", true)),
                1,
                () -> 0,
                standing);
    }

    @Test
    void aRunnerThatStartsReadsNothing() throws Exception {
        marks.add(GIVEN_UP);
        ViewSession session = session("t");

        session.begin();

        assertTrue(standing.isOutdated());
        assertEquals(ViewSession.Turn.RESTS, session.turn());
        assertEquals(List.of(), askedOfTheLog);
    }

    @Test
    void aRunnerThatFindsItSoMeanwhileReadsNothingMore() throws Exception {
        marks.add(STANDS);
        marks.add(GIVEN_UP);
        ViewSession session = session("another");

        session.begin();

        assertTrue(standing.isOutdated());
        assertEquals(ViewSession.Turn.RESTS, session.turn());
        assertFalse(askedOfTheLog.contains("poll"));
    }
}
