package io.huiyin.kernel.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.event.EventEnvelope;
import io.huiyin.kernel.timer.Bell.Command.Hang;
import io.huiyin.kernel.timer.Bell.Mood;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** G10: time passes exactly once, and in order. */
class TimerSweepTest {

    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Bells bells = Bells.apart();
    private final SimulatedTimers store = new SimulatedTimers(bells);

    private TimerSweep sweep() {
        return new TimerSweep(store, Map.of(Bells.NAME, bells));
    }

    private static Instant day(int day) {
        return START.plus(DAY.multipliedBy(day));
    }

    private void hang(int bell, int day, int times) {
        store.give(SimulatedTimers.id(bell), new Hang(day(day), DAY, times, Mood.WELL));
    }

    private static void goThrough(TimerSweep sweep, Instant now) {
        while (sweep.turn(now)) {
            // Each step leaves less to do.
        }
    }

    @Test
    void nothingIsDueBeforeItsTime() {
        hang(1, 6, 1);

        assertFalse(sweep().turn(day(6).minusNanos(1)));
        assertEquals(List.of(), store.rung());
    }

    @Test
    void whatIsDueIsDecidedInThatOrderOverAllAggregatesAndWithWhatComesUp() {
        hang(2, 8, 1);
        hang(1, 6, 2);

        goThrough(sweep(), day(10));

        assertEquals(List.of("1 " + day(6), "1 " + day(7), "2 " + day(8)), store.rung());
    }

    @Test
    void whatComesUpLaterThanNowWaits() {
        hang(1, 6, 3);

        goThrough(sweep(), day(7));

        assertEquals(List.of("1 " + day(6), "1 " + day(7)), store.rung());
    }

    @Test
    void whatCanNeverBeStoredIsSetAsideAndHoldsUpNobodyElse() {
        for (int bell = 1; bell <= 5; bell++) {
            hang(bell, 6, 1);
        }
        store.unstorable.add(SimulatedTimers.id(3));

        goThrough(sweep(), day(6));

        assertEquals(List.of("1 " + day(6), "2 " + day(6), "4 " + day(6), "5 " + day(6)), store.rung());
        assertEquals(Set.of(SimulatedTimers.id(3)), store.reasons.keySet());
    }

    @Test
    void whatEndsIsNotAskedAgain() {
        hang(1, 6, 5);
        goThrough(sweep(), day(6));
        store.give(SimulatedTimers.id(1), new Bell.Command.TakeDown());

        goThrough(sweep(), day(100));

        assertEquals(List.of("1 " + day(6)), store.rung());
    }

    /** Many more than one step takes, jumped over at once, by several that go through them, of which some fall behind. */
    @Test
    void thousandsAreRungOnceEachAndInOrder() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom dice = new SplittableRandom(seed);
            SimulatedTimers many = new SimulatedTimers(bells);
            Set<String> wanted = new HashSet<>();
            for (int bell = 1; bell <= 130; bell++) {
                int first = dice.nextInt(30);
                int times = 1 + dice.nextInt(4);
                many.give(SimulatedTimers.id(bell), new Hang(day(first), DAY, times, Mood.WELL));
                for (int time = 0; time < times; time++) {
                    wanted.add(bell + " " + day(first + time));
                }
            }
            TimerSweep one = new TimerSweep(many, Map.of(Bells.NAME, bells));
            TimerSweep other = new TimerSweep(many, Map.of(Bells.NAME, bells));
            boolean more = true;
            while (more) {
                switch (dice.nextInt(4)) {
                    case 0 -> many.meanwhile = () -> other.turn(day(40));
                    case 1 -> many.beforeLoading = () -> other.turn(day(40));
                    default -> {
                        // Nobody comes between.
                    }
                }
                more = one.turn(day(40));
            }

            List<String> rung = many.rung();
            assertEquals(wanted, Set.copyOf(rung), "seed " + seed);
            assertEquals(wanted.size(), rung.size(), "seed " + seed);
            List<Instant> when = many.log.stream()
                    .filter(event -> event.name().equals("bell-rang"))
                    .map(EventEnvelope::occurredAt)
                    .toList();
            List<Instant> sorted = new ArrayList<>(when);
            sorted.sort(null);
            assertEquals(sorted, when, "seed " + seed);
            assertEquals(Map.of(), many.reasons, "seed " + seed);
        }
    }

    @Test
    void whereSomebodyElseWasFirstTheRestIsDoneAllTheSame() {
        hang(1, 6, 1);
        hang(2, 7, 1);
        store.meanwhile = () -> store.give(SimulatedTimers.id(1), new Bell.Command.TakeDown());

        goThrough(sweep(), day(10));

        assertEquals(List.of("2 " + day(7)), store.rung());
    }

    @Test
    void whatCannotBeDecidedIsSetAsideWithTheReasonAndTheRestGoesOn() {
        UUID broken = SimulatedTimers.id(1);
        store.give(broken, new Hang(day(5), DAY, 1, Mood.BROKEN));
        hang(2, 6, 1);

        goThrough(sweep(), day(10));

        assertEquals(List.of("2 " + day(6)), store.rung());
        assertTrue(store.reasons.getOrDefault(broken, "").contains("it is broken"));
        assertEquals(1, store.troubled());

        store.give(broken, new Bell.Command.Repair());
        store.takeBack();
        goThrough(sweep(), day(10));

        assertEquals(List.of("2 " + day(6), "1 " + day(5)), store.rung());
    }

    @Test
    void whoseTimeDoesNotGoOnIsSetAside() {
        UUID dumb = SimulatedTimers.id(1);
        store.give(dumb, new Hang(day(5), DAY, 1, Mood.DUMB));

        goThrough(sweep(), day(10));

        assertTrue(store.reasons.getOrDefault(dumb, "").contains("asked at " + day(5)));
    }

    @Test
    void anAggregateNobodyKnowsIsSetAside() {
        hang(1, 6, 1);

        goThrough(new TimerSweep(store, Map.of()), day(10));

        assertEquals("no such aggregate is known", store.reasons.get(SimulatedTimers.id(1)));
    }

    /** After a release that reads a state otherwise. */
    @Test
    void aRowThatTheStateDoesNotKnowIsPutRightAndHoldsNobodyUp() {
        hang(1, 6, 1);
        goThrough(sweep(), day(6));
        store.stale(SimulatedTimers.id(1), day(1));
        hang(2, 8, 1);
        store.stale(SimulatedTimers.id(2), day(2));

        goThrough(sweep(), day(7));

        assertEquals(List.of(), store.due(day(7), 10));
        assertEquals(List.of("1 " + day(6)), store.rung());
        goThrough(sweep(), day(8));
        assertEquals(List.of("1 " + day(6), "2 " + day(8)), store.rung());
    }

    @Test
    void oneThatIsBrokenIsSetAsideAlsoWhereItsRowIsStale() {
        UUID broken = SimulatedTimers.id(1);
        store.give(broken, new Hang(day(5), DAY, 1, Mood.BROKEN));
        store.stale(broken, day(3));

        goThrough(sweep(), day(10));

        assertEquals(1, store.troubled());
    }
}
