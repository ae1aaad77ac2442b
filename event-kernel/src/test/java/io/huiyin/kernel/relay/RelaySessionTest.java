package io.huiyin.kernel.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.huiyin.kernel.event.Position;
import io.huiyin.kernel.lease.Lease;
import io.huiyin.kernel.log.Partitions;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A relay whose database was restored, and whose lease has gone while it slept. */
class RelaySessionTest {

    private static final int LOG_EPOCH = 2;

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
        return new RelaySession("note-events", 10, outbox, log, lease, 1, () -> 0);
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
}
