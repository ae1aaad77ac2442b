package io.huiyin.kernel.timer;

import static io.huiyin.kernel.notes.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.huiyin.kernel.command.CommandRequest;
import io.huiyin.kernel.command.Creation;
import io.huiyin.kernel.decide.Actor;
import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.event.Ids;
import io.huiyin.kernel.notes.Database;
import io.huiyin.kernel.notes.NotesProfile;
import io.huiyin.kernel.store.EventStore;
import io.huiyin.kernel.time.BusinessClock;
import io.huiyin.kernel.timer.Bell.Command.Hang;
import io.huiyin.kernel.timer.Bell.Mood;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G10, on the real database: the table, the thread that goes through it, and others beside it. */
@QuarkusTest
@TestProfile(NotesProfile.class)
class TimersTest {

    private static final Actor SEXTON = Actor.system("sexton");
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    Bells bells;

    @Inject
    BusinessClock clock;

    @Inject
    Pool pool;

    @Inject
    EventStore events;

    private Instant noon;

    @BeforeEach
    void stopTheClock() {
        noon = clock.instant();
        clock.fix(noon);
    }

    @AfterEach
    void letItRun() {
        clock.release();
    }

    private UUID hang(Instant first, int times) {
        UUID id = Ids.next();
        bells.handler()
                .create(id, new Hang(first, HOUR, times, Mood.WELL), request(), Creation.PLAIN)
                .await()
                .indefinitely();
        return id;
    }

    private void give(UUID bell, Bell.Command command) {
        bells.handler().handle(bell, command, request()).await().indefinitely();
    }

    private static CommandRequest request() {
        return CommandRequest.internal(SEXTON, "correlation");
    }

    private static long timers(UUID bell) {
        return Database.number("select count(*) from timer where stream = '" + bell + "'");
    }

    private List<EventEnvelope> rung(UUID bell) {
        return events.load(bell).await().indefinitely().stream()
                .filter(event -> event.name().equals("bell-rang"))
                .toList();
    }

    @Test
    void aTimerStandsWhereItsAggregateSaysAndGoesWithIt() {
        UUID bell = hang(noon.plus(HOUR), 2);
        assertEquals(
                1,
                Database.number("select count(*) from timer where stream = '" + bell + "' and due_at = '"
                        + noon.plus(HOUR) + "'"));

        give(bell, new Bell.Command.TakeDown());

        assertEquals(0, timers(bell));
    }

    @Test
    void whatIsDueHappensByItselfAndSaysWhenItWasDue() {
        UUID bell = hang(noon.plus(HOUR), 2);

        clock.fix(noon.plus(HOUR.multipliedBy(5)));

        eventually("it has rung twice", () -> rung(bell).size() == 2);
        List<EventEnvelope> rung = rung(bell);
        assertEquals(
                List.of(noon.plus(HOUR), noon.plus(HOUR.multipliedBy(2))),
                rung.stream().map(EventEnvelope::occurredAt).toList());
        assertEquals("correlation", rung.getFirst().correlationId());
        assertEquals("time", rung.getFirst().actor().id());
        assertEquals(0, timers(bell));
    }

    @Test
    void othersWhoGoThroughThemMakeNothingDouble() throws InterruptedException {
        List<UUID> hung = new ArrayList<>();
        for (int bell = 0; bell < 250; bell++) {
            hung.add(hang(noon.plusSeconds(bell), 3));
        }
        Instant evening = noon.plus(HOUR.multipliedBy(8));
        clock.fix(evening);

        List<Thread> others = new ArrayList<>();
        for (int other = 0; other < 3; other++) {
            TimerSweep sweep = new TimerSweep(new SqlTimerStore(pool, events), Map.of(Bells.NAME, bells));
            others.add(Thread.ofPlatform().start(() -> {
                while (sweep.turn(evening)) {
                    // Each step leaves less to do.
                }
            }));
        }
        for (Thread other : others) {
            other.join();
        }

        eventually(
                "all timers are gone",
                () -> Database.number("select count(*) from timer where aggregate = '" + Bells.NAME + "'") == 0);
        for (UUID bell : hung) {
            assertEquals(3, rung(bell).size(), bell.toString());
        }
    }

    @Test
    void whatIsBrokenIsSetAsideAndTakenBackWhenItMoves() {
        UUID bell = Ids.next();
        bells.handler()
                .create(bell, new Hang(noon, HOUR, 1, Mood.BROKEN), request(), Creation.PLAIN)
                .await()
                .indefinitely();
        eventually(
                "it is set aside",
                () -> Database.number("select count(*) from timer where stream = '" + bell
                                + "' and trouble like '%it is broken'")
                        == 1);

        give(bell, new Bell.Command.TakeDown());

        assertEquals(0, timers(bell));
    }
}
