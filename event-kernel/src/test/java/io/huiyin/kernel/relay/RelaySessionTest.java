package io.huiyin.kernel.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.EventEnvelope.ActorName;
import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.lease.Lease;
import io.huiyin.kernel.log.Partitions;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A relay whose database was restored, whose lease has gone while it slept, or whose log is cut while it carries a backlog. */
class RelaySessionTest {

    private static final int LOG_EPOCH = 2;
    private static final int BATCH = 10;

    /** What the session did to the log, in order. */
    private final List<String> done = new ArrayList<>();

    private <T> T answering(Class<T> port, Map<String, Object> answers) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    done.add(method.getName());
                    return answers.get(method.getName());
                }));
    }

    private RelaySession session(boolean holdsTheLease) {
        RelayCheckpoint former = new RelayCheckpoint(
                new Position(1, 5, 7), "former", Collections.nCopies(Partitions.COUNT, new Position(1, 5, 7)), 1);
        Outbox outbox =
                answering(Outbox.class, Map.of("checkpoint", former, "logEpoch", LOG_EPOCH, "rewind", holdsTheLease));
        RelayLog log = answering(
                RelayLog.class,
                Map.of("topicIds", Set.of("former"), "ensureTopic", "another", "ends", List.of(), "tails", List.of()));
        Lease lease = answering(Lease.class, Map.of("renew", holdsTheLease));
        return new RelaySession("note-events", BATCH, outbox, log, lease, 1, () -> 0);
    }

    @Test
    void theFormerLogGoesBeforeAnotherIsMade() throws Exception {
        session(true).takeOver();

        assertEquals(
                List.of(
                        "checkpoint",
                        "logEpoch",
                        "topicIds",
                        "renew",
                        "remove",
                        "ensureTopic",
                        "ends",
                        "tails",
                        "rewind"),
                done);
    }

    @Test
    void whoHasLostTheLeaseTakesNothingAway() {
        assertThrows(RelayRefused.class, () -> session(false).takeOver());

        assertEquals(List.of("checkpoint", "logEpoch", "topicIds", "renew"), done);
    }

    /** What a takeover reads of the log must reach back to where the relay looked last, however fast it went on. */
    @Test
    void inABacklogTheLogIsLookedAtEveryTwoBatches() throws Exception {
        List<RelayLog.End> found = Collections.nCopies(Partitions.COUNT, new RelayLog.End(0, 1));
        List<RelayLog.End> underAnotherLeader = Collections.nCopies(Partitions.COUNT, new RelayLog.End(0, 2));
        Map<String, Object> ofTheLog = new HashMap<>(Map.of(
                "ensureTopic",
                "log",
                "ends",
                found,
                "tails",
                IntStream.range(0, Partitions.COUNT)
                        .mapToObj(partition -> LogTail.unread(partition, true, 0))
                        .toList()));
        Outbox outbox = answering(
                Outbox.class,
                Map.of(
                        "checkpoint",
                        new RelayCheckpoint(
                                Position.START, "log", Collections.nCopies(Partitions.COUNT, Position.START), 1),
                        "logEpoch",
                        1,
                        "read",
                        new Outbox.Page(Collections.nCopies(BATCH, event()), true),
                        "save",
                        true));
        RelaySession session = new RelaySession(
                "note-events",
                BATCH,
                outbox,
                answering(RelayLog.class, ofTheLog),
                answering(Lease.class, Map.of()),
                1,
                () -> 0);
        session.takeOver();
        session.begin();
        ofTheLog.put("ends", underAnotherLeader);

        assertEquals(new RelaySession.Turn(RelaySession.Next.CARRIED, BATCH), session.turn());
        assertEquals(new RelaySession.Turn(RelaySession.Next.CARRIED, BATCH), session.turn());
        assertEquals(new RelaySession.Turn(RelaySession.Next.OVER, 0), session.turn());
    }

    private static EventEnvelope event() {
        return new EventEnvelope(
                new UUID(0, 1),
                "note-written",
                1,
                "/test",
                "note",
                new UUID(1, 1),
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                new ActorName("test", "test", ""),
                "test",
                null,
                null,
                new Position(1, 5, 7),
                "{}");
    }
}
