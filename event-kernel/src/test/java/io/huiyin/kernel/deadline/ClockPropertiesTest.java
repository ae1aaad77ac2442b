package io.huiyin.kernel.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.huiyin.kernel.calendar.BusinessCalendar;
import io.huiyin.kernel.calendar.Recipe;
import io.huiyin.kernel.calendar.SlowTime;
import io.huiyin.kernel.calendar.SpecialDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every clock, whatever happens to it: thousands of random histories, most about weeks in which clocks change. */
class ClockPropertiesTest {

    @Test
    void aClockShowsWhatTheSlowOneShows() {
        int[] compared = new int[2];
        History.forAll((calendar, time, history, random, told) -> {
            SlowClock.Shown expected = new SlowClock(time, history).shown();
            compared[expected == null ? 0 : 1]++;
            if (expected != null) {
                Reading reading = history.clock(calendar, time).read(time.instant(history.at()));
                assertEquals(time.instant(expected.due()), reading.due(), told);
                assertEquals(Duration.ofMinutes(expected.total()), reading.total(), told);
                assertEquals(Duration.ofMinutes(expected.used()), reading.used(), told);
                assertEquals(expected.overdue(), reading.overdue(), told);
                assertEquals(Duration.ofMinutes(expected.overdueBy()), reading.overdueBy(), told);
            }
        });
        assertTrue(compared[1] > 2000, "compared " + compared[1] + ", beyond the time looked at " + compared[0]);
    }

    @Test
    void usedAndLeftMakeUpTheTotalAndNothingIsNegative() {
        History.forAll((calendar, time, history, random, told) -> {
            Clock clock = history.clock(calendar, time);
            Reading reading = clock.read(time.instant(history.at()));
            assertEquals(reading.total(), reading.used().plus(reading.left()), told);
            for (Duration shown : List.of(reading.total(), reading.used(), reading.left(), reading.overdueBy())) {
                assertFalse(shown.isNegative(), told);
            }
            assertTrue(reading.overdueBy().isZero() || reading.overdue(), told);
            assertTrue(reading.left().isZero() || !reading.overdue(), told);
            assertEquals(reading.due(), clock.due(time.instant(history.at())), told);
            assertEquals(reading.overdue(), clock.isOverdue(time.instant(history.at())), told);
        });
    }

    @Test
    void segmentsCoverAllTimeOnceAndAddUpToWhatIsShown() {
        History.forAll((calendar, time, history, random, told) -> {
            Instant at = time.instant(history.at());
            Clock clock = history.clock(calendar, time);
            Reading reading = clock.read(at);
            Duration used = Duration.ZERO;
            Duration left = Duration.ZERO;
            Duration overdue = Duration.ZERO;
            Instant covered = at.isBefore(clock.start()) ? at : clock.start();
            for (Segment segment : clock.explain(at)) {
                assertEquals(covered, segment.from(), told);
                assertTrue(segment.length().isPositive(), told);
                covered = segment.to();
                boolean past = segment.from().isBefore(at);
                used = used.plus(segment.isCounted() && past ? segment.length() : Duration.ZERO);
                left = left.plus(segment.isCounted() && !past ? segment.length() : Duration.ZERO);
                overdue = overdue.plus(segment.reason() == Segment.Reason.OVERDUE ? segment.length() : Duration.ZERO);
            }
            boolean over = reading.state() == Reading.State.STOPPED;
            assertEquals(over || at.isAfter(reading.due()) ? at : reading.due(), covered, told);
            assertEquals(reading.used(), used, told);
            assertEquals(over ? Duration.ZERO : reading.left(), left, told);
            assertEquals(reading.overdueBy(), overdue, told);
        });
    }

    @Test
    void aLaterStartOrALongerLimitIsNotDueEarlier() {
        History.forAll((calendar, time, history, random, told) -> {
            History first = history.withoutDates().withPauses(List.of());
            Instant due = due(first, calendar, time);
            assertFalse(
                    due(first.withLimit(first.limit() + random.nextInt(3)), calendar, time)
                            .isBefore(due),
                    told);
            int later = first.start() + random.nextInt(random.nextBoolean() ? 120 : 3000);
            assertFalse(due(first.withStart(later), calendar, time).isBefore(due), told + ", later " + later);
        });
    }

    private static Instant due(History history, BusinessCalendar calendar, SlowTime time) {
        return history.clock(calendar, time).due(time.instant(history.at()));
    }

    private static void same(History one, History other, BusinessCalendar calendar, SlowTime time, String told) {
        Instant at = time.instant(one.at());
        Clock first = one.clock(calendar, time);
        Clock second = other.clock(calendar, time);
        assertEquals(first.read(at), second.read(at), told);
        assertEquals(first.explain(at), second.explain(at), told);
    }

    @Test
    void aPauseOfNoLengthChangesNothing() {
        History.forAll((calendar, time, history, random, told) -> {
            int moment = history.start() + random.nextInt(15 * History.DAY);
            boolean now = moment == history.at();
            if (!now) {
                same(history, history.with(new int[] {moment, moment}), calendar, time, told + ", none at " + moment);
            }
        });
    }

    @Test
    void aPauseSplitInTwoChangesNothing() {
        History.forAll((calendar, time, history, random, told) -> {
            int from = history.start() + random.nextInt(10 * History.DAY);
            int to = from + random.nextInt(5 * History.DAY);
            int middle = from + random.nextInt(to - from + 1);
            History whole = history.with(new int[] {from, to});
            History halves = history.with(new int[] {from, middle}).with(new int[] {middle, to});
            same(whole, halves, calendar, time, told + ", pause " + from + "-" + middle + "-" + to);
        });
    }

    @Test
    void aPauseInTimeThatDoesNotCountMovesNothing() {
        int[] tried = new int[1];
        History.forAll((calendar, time, history, random, told) -> {
            int from = history.start() + random.nextInt(8 * History.DAY);
            int to = from;
            while (to < from + 3 * History.DAY && !time.counts(history.kind(), to)) {
                to++;
            }
            tried[0] += to > from ? 1 : 0;
            Instant at = time.instant(history.at());
            Reading without = history.clock(calendar, time).read(at);
            Reading with =
                    history.with(new int[] {from, to}).clock(calendar, time).read(at);
            assertEquals(without.due(), with.due(), told + ", pause " + from + "-" + to);
            assertEquals(without.used(), with.used(), told);
            assertEquals(without.total(), with.total(), told);
            assertEquals(without.overdueBy(), with.overdueBy(), told);
        });
        assertTrue(tried[0] > 500, "tried " + tried[0]);
    }

    @Test
    void aClockThatWasNotOverdueIsNotSoWhilePausedNorAsItGoesOn() {
        History.forAll((calendar, time, history, random, told) -> {
            History running = history.running().withoutDates();
            int from = running.start() + random.nextInt(8 * History.DAY);
            Instant paused = time.instant(from);
            Reading before = running.clock(calendar, time).read(paused);
            if (before.left().isPositive()) {
                int to = from + random.nextInt(20 * History.DAY);
                Clock clock = running.with(new int[] {from, to}).clock(calendar, time);
                Instant resumed = time.instant(to);
                assertEquals(before.left(), clock.read(resumed).left(), told + ", pause " + from + "-" + to);
                assertFalse(clock.isOverdue(resumed), told + ", pause " + from + "-" + to);
                assertTrue(clock.due(resumed).isAfter(resumed), told + ", pause " + from + "-" + to);
            }
        });
    }

    @Test
    void aDayClosedLaterNeverMovesAPromiseMade() {
        History.forAll((calendar, time, history, random, told) -> {
            Clock started = Clock.start(time.instant(history.start()), history.realLimit(), calendar);
            SortedMap<LocalDate, SpecialDay> closed = new TreeMap<>();
            LocalDate first = calendar.dayOf(time.instant(history.start()));
            IntStream.range(0, 6)
                    .forEach(some ->
                            closed.put(first.plusDays(random.nextInt(9)), new SpecialDay.Closed("closed later")));
            BusinessCalendar now =
                    new BusinessCalendar(calendar.plan().with(closed).withVersion(2));
            Instant promise = started.firstPromise().due();
            History unpaused = history.withoutDates().withPauses(List.of());

            Reading kept = unpaused.promised(promise, now, time).read(time.instant(history.at()));
            assertEquals(promise, kept.promised(), told);
            assertEquals(promise, kept.due(), told);
            assertEquals(kept.total(), kept.used().plus(kept.left()), told);
            assertEquals(
                    unpaused.clock(calendar, time).read(time.instant(history.at())),
                    unpaused.promised(promise, calendar, time).read(time.instant(history.at())),
                    told);
            assertEquals(
                    promise, history.promised(promise, now, time).firstPromise().due(), told);
        });
    }

    @Test
    void aLaterEventDoesNotChangeWhatWasShownBefore() {
        History.forAll((calendar, time, history, random, told) -> {
            int earlier = Math.max(0, history.at() - random.nextInt(5 * History.DAY));
            Instant at = time.instant(earlier);
            History known = new History(
                    history.kind(),
                    history.start(),
                    history.limit(),
                    history.pauses().stream()
                            .filter(pause -> pause[0] <= earlier)
                            .map(pause -> pause[1] > earlier ? new int[] {pause[0], History.OPEN} : pause)
                            .toList(),
                    history.agreed().stream().filter(date -> date[0] <= earlier).toList(),
                    history.stop() <= earlier ? history.stop() : History.OPEN,
                    earlier);
            Clock full = history.clock(calendar, time);
            Clock then = known.clock(calendar, time);
            assertEquals(then.read(at), full.read(at), told + ", earlier " + earlier);
            assertEquals(then.explain(at), full.explain(at), told + ", earlier " + earlier);
        });
    }

    @Test
    void sharesAreWhatTheSlowClockFindsAndAddUp() {
        History.forAll((calendar, time, history, random, told) -> {
            SlowClock slow = new SlowClock(time, history);
            SlowClock.Shown shown = slow.shown();
            if (shown == null) {
                return;
            }
            List<int[]> first = new ArrayList<>();
            List<int[]> second = new ArrayList<>();
            List<Holding> holdings = new ArrayList<>();
            int from = history.start();
            for (int turn = 0; turn < 5; turn++) {
                int to = turn == 4 ? Recipe.MINUTES : from + random.nextInt(3 * History.DAY);
                (turn % 2 == 0 ? first : second).add(new int[] {from, to});
                holdings.add(new Holding(
                        turn % 2 == 0 ? "first" : "second",
                        time.instant(from),
                        random.nextBoolean() ? null : time.instant(to)));
                from = to;
            }
            List<Share> shares = Share.of(history.clock(calendar, time), holdings, time.instant(history.at()));
            assertEquals(
                    List.of(
                            share("first", slow.share(first, shown.due())),
                            share("second", slow.share(second, shown.due()))),
                    shares,
                    told);
            Reading reading = history.clock(calendar, time).read(time.instant(history.at()));
            assertEquals(reading.used(), shares.get(0).used().plus(shares.get(1).used()), told);
            assertEquals(
                    reading.overdueBy(),
                    shares.get(0).overdue().plus(shares.get(1).overdue()),
                    told);
        });
    }

    private static Share share(String holder, int[] usedAndOverdue) {
        return new Share(holder, Duration.ofMinutes(usedAndOverdue[0]), Duration.ofMinutes(usedAndOverdue[1]));
    }
}
